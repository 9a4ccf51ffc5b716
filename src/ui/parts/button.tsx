import type { ButtonHTMLAttributes } from 'preact';

type Look = 'plain' | 'main' | 'quiet' | 'danger';

/** A button that does something on this page; what leads elsewhere is a link. */
export function Button({ look = 'plain', ...rest }: ButtonHTMLAttributes<HTMLButtonElement> & { look?: Look }) {
  return <button type="button" {...rest} class={look === 'plain' ? 'button' : `button button-${look}`} />;
}
