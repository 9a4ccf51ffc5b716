import { useEffect, useRef, useState } from 'preact/hooks';
import { text } from '../../i18n';
import { Button } from '../parts/button';
import { addressOf, useRoute } from './route';
import { SectionPage, type Site } from './section';
import { sections } from './sections';

/** The frame of the options: the menu, and the section that the address names. */
export function Options({ sites }: { sites: readonly Site[] }) {
  const route = useRoute();
  const section = sections.find(({ id }) => id === route?.section) ?? sections[0];
  const moved = useRef(false);
  const [menuOpen, setMenuOpen] = useState(false);
  useEffect(() => {
    moved.current = true;
    setMenuOpen(false);
  }, [section]);
  if (section === undefined) return null;
  const Content = section.content;
  return (
    <div class="options">
      <a class="skip button" href="#content" onClick={skip}>
        {text('options_skip')}
      </a>
      <header class="options-head">
        <p class="options-name">
          <img src="/icons/48.png" width="28" height="28" alt="" /> {text('extension_name')}
        </p>
        <Button class="menu-button" aria-expanded={menuOpen} aria-controls="menu" onClick={() => setMenuOpen(!menuOpen)}>
          {text(section.title)} <span aria-hidden="true">▾</span>
        </Button>
        <nav id="menu" class={menuOpen ? 'menu-open' : ''} aria-label={text('options_sections')}>
          <ul class="menu">
            {sections.map(({ id, title }) => (
              <li key={id}>
                <a href={addressOf(id)} aria-current={id === section.id ? 'page' : undefined}>
                  {text(title)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main id="content" tabIndex={-1}>
        <SectionPage key={section.id} section={section} moved={moved.current}>
          <Content detail={route?.section === section.id ? route.detail : null} sites={sites} />
        </SectionPage>
      </main>
    </div>
  );
}

/** To the content without changing the address, which names the section. */
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}
