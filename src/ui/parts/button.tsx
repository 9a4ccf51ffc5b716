import type { ButtonHTMLAttributes } from 'preact';

type Look = 'plain' | 'main' | 'quiet' | 'danger';

/** A button that does something on this page; what leads elsewhere is a link. */
export function Button({ look = 'plain', class: more, ...rest }: ButtonHTMLAttributes<HTMLButtonElement> & { look?: Look; class?: string }) {
  return <button type="button" {...rest} class={['button', look === 'plain' ? '' : `button-${look}`, more ?? ''].filter((name) => name !== '').join(' ')} />;
}
