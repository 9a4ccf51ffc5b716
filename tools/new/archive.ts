import { camel, named, type Plan, type Read, Refused, replaced, withImport } from './change';

/** Families of software whose sites are one small file each. */
const FAMILIES = {
  otw: { list: 'src/archives/otw-sites.ts', page: '/works' },
  fanfiction: { list: 'src/archives/fanfiction-sites.ts', page: '/anime/RWBY/' },
} as const;

/** An archive on software that is known. @param words name, and family when it is not otwarchive */
export function planArchive([name, family = 'otw']: readonly string[], read: Read): Plan {
  const id = named('an archive', name);
  if (!(family === 'otw' || family === 'fanfiction'))
    throw new Refused(`Known software: ${Object.keys(FAMILIES).join(', ')}. For new software see docs/adding-an-archive.md`);
  const { list, page } = FAMILIES[family];
  const site = camel(id);
  const files = new Map([
    [
      `src/archives/${id}.ts`,
      `import type { Site } from './adapter';

/** What it is, who runs it, and where its addresses come from, with the day when you looked. */
export const ${site}: Site = { id: '${id}', name: '${id}', hosts: ['${id}.example'] };
`,
    ],
    [`tests/archives/${id}.test.ts`, family === 'otw' ? otwTest(id, site, page) : fanfictionTest(id, site, page)],
  ]);
  const registered = replaced(
    withImport(read(list), `import { ${site} } from './${id}';`),
    /(Sites: readonly Site\[\] = \[)([^\]]*)(\];)/,
    (_, start = '', inside = '', end = '') => `${start}${inside}, ${site}${end}`,
  );
  return {
    files,
    edits: new Map([[list, registered]]),
    next: [
      `src/archives/${id}.ts: the name as readers know it, every host that shows its pages, where you know them from.`,
      `Save a listing and a work page of the site; npm run -s inspect -- page.html --url https://HOST${page} must state what you see on the page, for three items at least.`,
      `tests/archives/${id}.test.ts: one item as the site shows it, as data, and what is odd about the site. npm test -- unit ${id}`,
      `Name it in README.md and docs/privacy.md, and in docs/archives.md with the evidence. npm run check`,
      'docs/adding-an-archive.md says more.',
    ],
  };
}

const head = (id: string, site: string): string => `import { describe, expect, it } from 'vitest';
import { archiveAt } from '../../src/archives/index';
import { ${site} } from '../../src/archives/${id}';
import { readPage } from '../../tools/inspect/page';
`;

const known = (id: string, site: string): string => `  it('is known by its name and its addresses', () => {
    expect(${site}.name).not.toBe(${site}.id);
    for (const host of ${site}.hosts) expect(host).not.toMatch(/\\.example$/);
    expect(archiveAt(new URL(\`https://\${${site}.hosts[0]}/\`))?.id).toBe('${id}');
  });
`;

function otwTest(id: string, site: string, page: string): string {
  return `${head(id, site)}import { renderListingPage } from '../../tools/demo-archive/markup';
import { NOW, workSpec } from './specs';

/** One item as the site's listings show it, with whatever is odd there; people and texts made up. */
const LISTED = workSpec({ title: '' });

describe('${id}', () => {
${known(id, site)}
  it('has listings that are read as they look', () => {
    expect(LISTED.title).not.toBe('');
    const page = renderListingPage({ listing: 'works', items: [{ kind: 'work', work: LISTED }], path: '${page}' });
    const { archive, works, unreadable } = readPage(page, \`https://\${${site}.hosts[0]}${page}\`, NOW);
    expect([archive?.id, unreadable]).toEqual(['${id}', []]);
    expect(works).toMatchObject([{ title: LISTED.title, fandoms: LISTED.fandoms, relationships: LISTED.relationships, freeforms: LISTED.freeforms, words: LISTED.words }]);
  });
});
`;
}

function fanfictionTest(id: string, site: string, page: string): string {
  return `${head(id, site)}import { renderFandomList, type StorySpec } from '../../tools/demo-archive/markup/fanfiction-net';
import { NOW } from './specs';

/** One story as the site's lists show it, with whatever is odd there; people and texts made up. */
const LISTED: StorySpec = {
  id: 5,
  title: '',
  author: { id: 7, name: 'Ana' },
  fandoms: ['RWBY'],
  rating: 'M',
  language: 'English',
  genres: ['Horror'],
  chapters: 2,
  words: 10,
  reviews: 0,
  favs: 0,
  follows: 0,
  updated: 1_521_586_282,
  published: 1_512_086_245,
  characters: [],
  complete: true,
  summary: 's',
};

describe('${id}', () => {
${known(id, site)}
  it('has lists that are read as they look', () => {
    expect(LISTED.title).not.toBe('');
    const { archive, works, unreadable } = readPage(renderFandomList(LISTED.fandoms, [LISTED]), \`https://\${${site}.hosts[0]}${page}\`, NOW);
    expect([archive?.id, unreadable]).toEqual(['${id}', []]);
    expect(works).toMatchObject([{ title: LISTED.title, genres: LISTED.genres, words: LISTED.words }]);
  });
});
`;
}
