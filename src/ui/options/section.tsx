import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { text, type MessageKey } from '../../i18n';
import { Button } from '../parts/button';
import { Help, useHelp } from './help/help';
import { helps } from './help/words';

/** A site that Foldaway reads. */
export interface Site {
  id: string;
  name: string;
  /** As the browser's permissions name its addresses. */
  origins: string[];
  /** Read only while the reader allows it. */
  optional?: boolean;
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

interface PageProps {
  section: Section;
  children: ComponentChildren;
  /** The reader has come here from another section. */
  moved: boolean;
}

/** The heading of a section and its help. The heading takes the focus when the reader has moved here. */
export function SectionPage({ section: { id, title }, children, moved }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { open, set } = useHelp(id);
  const name = text(title);
  const help = helps[id];
  useEffect(() => {
    document.title = `${name} – ${text('extension_name')}`;
    if (moved) heading.current?.focus();
  }, [name, moved]);
  return (
    <div class="section stack">
      <div class="stack">
        <div class="row row-apart">
          <h1 ref={heading} tabIndex={-1}>
            {name}
          </h1>
          {help !== undefined && (
            <Button ref={button} look="quiet" aria-expanded={open} aria-controls="help" onClick={() => set(!open)}>
              {text('help')}
            </Button>
          )}
        </div>
        {help !== undefined && open && (
          <Help
            id="help"
            help={help}
            close={() => {
              set(false);
              button.current?.focus();
            }}
          />
        )}
      </div>
      {children}
    </div>
  );
}
