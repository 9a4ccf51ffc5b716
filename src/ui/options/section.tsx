import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { text, type MessageKey } from '../../i18n';

/** A site that Foldaway reads. */
export interface Site {
  id: string;
  name: string;
}

/** What every section is given: the one thing in it that the address names, and what the entry point knows. */
export interface SectionProps {
  detail: string | null;
  sites: readonly Site[];
}

export interface Section {
  /** In the address: `#/id`. */
  id: string;
  title: MessageKey;
  content: ComponentType<SectionProps>;
}

/** The heading of a section. It takes the focus when the reader has moved here from another section. */
export function SectionPage({ title, children, moved }: { title: string; children: ComponentChildren; moved: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – ${text('extension_name')}`;
    if (moved) heading.current?.focus();
  }, [title, moved]);
  return (
    <div class="section stack">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </div>
  );
}
