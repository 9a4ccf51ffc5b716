import type { ButtonHTMLAttributes, Ref } from 'preact';

type Look = 'plain' | 'main' | 'quiet' | 'danger';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: Look;
  class?: string;
  ref?: Ref<HTMLButtonElement>;
}

/** A button that does something on this page; what leads elsewhere is a link. */
export function Button({ look = 'plain', class: more, ...rest }: Props) {
  return <button type="button" {...rest} class={['button', look === 'plain' ? '' : `button-${look}`, more ?? ''].filter((name) => name !== '').join(' ')} />;
}
