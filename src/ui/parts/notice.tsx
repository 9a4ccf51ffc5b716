import type { ComponentChildren } from 'preact';

interface Props {
  tone?: 'plain' | 'warning' | 'bad';
  title: string;
  children?: ComponentChildren;
}

/** Something the reader should know, set apart from the rest and still part of the page. */
export function Notice({ tone = 'plain', title, children }: Props) {
  return (
    <div class={tone === 'plain' ? 'notice' : `notice notice-${tone}`}>
      <p class="notice-title">{title}</p>
      {children}
    </div>
  );
}
