import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { archives } from '../../src/archives/index';

/**
 * What each store takes: how it names our languages where it differs (null where it has no listing in one), and the longest texts, in characters.
 * From the stores' documentation, November 2026.
 */
const STORES: Record<string, { locales: Record<string, string>; summary: number; description: number; bullet: string }> = {
  chrome: { locales: {}, summary: 132, description: 16_000, bullet: '• ' },
  edge: { locales: { pt_BR: 'pt-BR', zh_CN: 'zh-CN' }, summary: 132, description: 10_000, bullet: '• ' },
  firefox: { locales: { en: 'en-US', es: 'es-ES', pt_BR: 'pt-BR', zh_CN: 'zh-CN' }, summary: 250, description: 15_000, bullet: '- ' },
};
/** Edge takes no shorter description. */
const SHORTEST = 250;
/** Chinese says in one character what takes others three. */
const DENSE = new Set(['zh_CN']);
/** How our languages are called where texts are put together. */
const tagOf = (locale: string): string => locale.replace('_', '-');

/** One language of one store's listing. */
export interface Listing {
  store: string;
  /** As the store names the language. */
  locale: string;
  name: string;
  summary: string;
  description: string;
}

type Messages = Record<string, { message: string }>;

/**
 * The texts of all stores: name and summary are those of the manifest (public/_locales), the description is docs/store/LOCALE.md with
 * the names of the archives filled in.
 * @throws when a language has no description, when a text does not fit, or when a file in docs/store is of no language
 */
export function listings(project: string): Listing[] {
  const locales = readdirSync(join(project, 'public/_locales')).sort();
  const strangers = readdirSync(join(project, 'docs/store')).filter(
    (file) => file.endsWith('.md') && file !== 'README.md' && !locales.includes(file.slice(0, -3)),
  );
  if (strangers.length > 0) throw new Error(`docs/store/${strangers.join(', ')}: not a language of public/_locales`);
  return locales.flatMap((locale) => {
    const messages = JSON.parse(readFileSync(join(project, 'public/_locales', locale, 'messages.json'), 'utf8')) as Messages;
    const names = new Intl.ListFormat(tagOf(locale), { type: 'conjunction' }).format(archives.map(({ name }) => name));
    const text = readFileSync(join(project, 'docs/store', `${locale}.md`), 'utf8').trim();
    if (!text.includes('{archives}')) throw new Error(`docs/store/${locale}.md does not name the archives: write {archives} where they belong`);
    return Object.entries(STORES).map(([store, { locales: own, summary: longest, description: most, bullet }]) => {
      const description = text.replace('{archives}', names).replace(/^- /gm, bullet);
      const listing = {
        store,
        locale: own[locale] ?? locale,
        name: said(messages, 'extension_name'),
        summary: said(messages, 'extension_description'),
        description,
      };
      if (listing.summary.length > longest) throw new Error(`${locale}: extension_description is longer than the ${longest} characters of ${store}`);
      const { length } = description;
      if (length > most || length < SHORTEST / (DENSE.has(locale) ? 3 : 1))
        throw new Error(`docs/store/${locale}.md has ${length} characters; ${store} takes ${SHORTEST} to ${most}`);
      return listing;
    });
  });
}

const said = (messages: Messages, key: string): string => messages[key]?.message ?? '';

/**
 * What is said to the reviewers of stores about each permission: the rows of the table in docs/privacy.md.
 * @throws when the manifest asks for one that the table does not have
 */
export function permissionReasons(project: string, permissions: readonly string[]): string {
  const [, table = ''] = /^\| permission .*\n\|[-|]+\n((?:\|.*\n)+)/m.exec(readFileSync(join(project, 'docs/privacy.md'), 'utf8')) ?? [];
  const rows = table.split('\n').filter((line) => line !== '');
  const missing = permissions.filter((permission) => !rows.some((row) => row.startsWith(`| \`${permission}\` |`)));
  if (missing.length > 0) throw new Error(`docs/privacy.md does not say why Foldaway needs ${missing.join(', ')}`);
  return (
    rows
      .map((row) =>
        row
          .split(/(?<!\\)\|/)
          .slice(1, 3)
          .map((cell) => cell.trim().replaceAll('`', ''))
          .join(':\n  '),
      )
      .join('\n\n') + '\n'
  );
}
