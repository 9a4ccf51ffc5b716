import { CATEGORIES, RATINGS, WARNINGS, type Term } from '../../domain/vocabulary';
import type { Work } from '../../domain/work';
import { named } from '../otw/creators';
import { all } from '../reading/dom';
import { decode, line, paragraphs } from '../reading/text';
import { decodeText } from './decode-text';
import { readDownload } from './download';
import { dayIn, startSaved } from './groups';
import { UnreadableFile } from './unreadable-file';
import type { ZipEntry } from './zip';

/** The page with the tags is the first of the book, behind a cover at most. */
const PAGES_LOOKED_AT = 4;
/** The archive puts this in front of the tags of each of its books. */
const NOT_A_TAG = 'Fanworks';

/**
 * Reads a work from an e-book: tags by kind from the page that the archive puts in front, and what is missing there from
 * the book's own description (EPUB 3.3, package document), where tags have no kinds.
 * @throws UnreadableFile when it is no e-book, or says nothing about itself
 */
export async function readEpub(entries: readonly ZipEntry[]): Promise<Work> {
  const files = new Map(entries.map((entry) => [entry.path, entry]));
  const open = async (path: string): Promise<Document | null> => {
    const entry = files.get(path);
    return entry === undefined ? null : parse(decodeText(await entry.read()));
  };
  const container = await open('META-INF/container.xml');
  const path = container === null ? null : tags(container, 'rootfile')[0]?.getAttribute('full-path');
  const book = typeof path === 'string' ? await open(path) : null;
  if (typeof path !== 'string' || book === null) throw new UnreadableFile('damaged');
  const described = readDescription(book);
  for (const page of pagesOf(book, path).slice(0, PAGES_LOOKED_AT)) {
    // A page that is missing or damaged leaves the description.
    const document = await open(page).catch(() => null);
    const work = document === null ? null : readDownload(document);
    if (work !== null) return complete(work, described);
  }
  if (described.title === null) throw new UnreadableFile('no-work');
  return described;
}

/**
 * Books are XML, and often enough not well-formed; a document that would define its own entities is not read as XML.
 * The result is an HTML document in either case, whose elements have the names that other readers know.
 */
function parse(text: string): Document {
  const parser = new DOMParser();
  if (/<!ENTITY/i.test(text)) return parser.parseFromString(text, 'text/html');
  const { documentElement: root } = parser.parseFromString(text, 'application/xhtml+xml');
  if (root.querySelector('parsererror') !== null || root.localName === 'parsererror') return parser.parseFromString(text, 'text/html');
  const document = parser.parseFromString('', 'text/html');
  document.replaceChild(document.adoptNode(root), document.documentElement);
  return document;
}

/** Elements by their name without its prefix, however the prefix is bound. */
function tags(document: Document, name: string): Element[] {
  return all(document, '*').filter(({ localName }) => localName === name || localName.endsWith(`:${name}`));
}

/** Paths of the pages in the order of reading. */
function pagesOf(book: Document, bookPath: string): string[] {
  const items = new Map(tags(book, 'item').map((item) => [item.getAttribute('id'), item.getAttribute('href') ?? '']));
  const base = `https://book.invalid/${bookPath.split('/').map(encodeURIComponent).join('/')}`;
  return tags(book, 'itemref').flatMap((reference) => {
    const href = items.get(reference.getAttribute('idref'));
    return href === undefined || !URL.canParse(href, base) ? [] : [decode(new URL(href, base).pathname).slice(1)];
  });
}

/** What the description of a book states. */
function readDescription(book: Document): Work {
  const work = startSaved();
  const lines = (name: string): string[] =>
    tags(book, name)
      .map(line)
      .filter((text) => text !== '');
  work.title = lines('title')[0] ?? null;
  const creators = lines('creator').flatMap((text) => text.split(', '));
  work.anonymous = creators.length === 1 && creators[0] === 'Anonymous';
  work.creators = work.anonymous ? [] : creators.map(named);
  const [description] = lines('description');
  // Markup in it is written as text.
  work.summary = description === undefined ? null : paragraphs(new DOMParser().parseFromString(description, 'text/html').body);
  work.language = lines('language')[0] ?? null;
  work.updated = dayIn(lines('date')[0] ?? '');
  const address = [...lines('source'), ...lines('identifier')].find((text) => /^https?:\/\/\S+$/.test(text) && text.length < 2000);
  work.url = address ?? null;
  work.id = /\/works\/(\d+)/.exec(address ?? '')?.[1] ?? null;
  giveKinds(
    lines('subject').filter((name) => name !== NOT_A_TAG),
    work,
  );
  return work;
}

/** The code of a name as the archive spells it: a free tag may hold the same words in another spelling. */
const codeIn = <Code extends string>(terms: readonly Term<Code>[], name: string): Code | undefined => terms.find(({ names }) => names.includes(name))?.code;

/** Gives tags without a kind the kind that their words tell; the rest are free tags. */
function giveKinds(names: readonly string[], work: Work): void {
  const folded = new Set(names.map((name) => name.toLowerCase()));
  const characters = new Set<string>();
  const rest: string[] = [];
  for (const name of names) {
    const [rating, warning, category] = [codeIn(RATINGS, name), codeIn(WARNINGS, name), codeIn(CATEGORIES, name)];
    const partners = name.split(/\/| & /);
    if (rating !== undefined) work.ratings = [rating];
    else if (warning !== undefined) work.warnings = [...new Set([...work.warnings, warning])];
    else if (category !== undefined) work.categories = [...new Set([...work.categories, category])];
    else if (partners.length > 1 && partners.every((partner) => folded.has(partner.trim().toLowerCase()))) {
      work.relationships.push(name);
      for (const partner of partners) characters.add(partner.trim().toLowerCase());
    } else rest.push(name);
  }
  work.characters = rest.filter((name) => characters.has(name.toLowerCase()));
  work.freeforms = rest.filter((name) => !characters.has(name.toLowerCase()));
}

/** What the page in front does not state is taken from the description. */
function complete(work: Work, described: Work): Work {
  const known = work.creators.length > 0 || work.anonymous;
  return {
    ...work,
    title: work.title ?? described.title,
    creators: known ? work.creators : described.creators,
    anonymous: known ? work.anonymous : described.anonymous,
    summary: work.summary ?? described.summary,
    language: work.language ?? described.language,
    updated: work.updated ?? described.updated,
    url: work.url ?? described.url,
    id: work.id ?? described.id,
  };
}
