import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { htmlOf } from './markdown';

/** Documents for readers, which come with the extension; its pages link to their headings. */
export const GUIDE_PAGES = ['guide', 'rule-language', 'lists', 'privacy'] as const;

const STYLE = `
:root { color-scheme: light dark; }
body { font: 1rem/1.55 system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; margin: 0; overflow-wrap: anywhere; }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 5rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2.2em; } h1, h2, h3 { line-height: 1.3; }
a { color: light-dark(#226563, #84cbc4); }
:target { background: light-dark(#e2efed, #1c3433); }
img { display: block; max-width: 100%; height: auto; border: 1px solid light-dark(#d5d2cb, #363c42); border-radius: .4rem; }
code { font: .92em ui-monospace, 'Noto Sans Mono', monospace; }
pre, .wide { overflow-x: auto; }
pre { padding: .8rem; border-radius: .4rem; background: light-dark(#efede8, #101315); }
pre code { overflow-wrap: normal; }
table { border-collapse: collapse; } th, td { padding: .35rem .6rem; text-align: start; vertical-align: top; border: 1px solid light-dark(#d5d2cb, #363c42); overflow-wrap: break-word; }
li { margin-block: .25em; }
`;

/** Everything that is added to a build, by its path in the extension. */
export function guideFiles(root: string): ({ relativeDest: string; contents: string } | { relativeDest: string; absoluteSrc: string })[] {
  const pages = GUIDE_PAGES.map((name) => {
    const { title, html } = htmlOf(readFileSync(resolve(root, `docs/${name}.md`), 'utf8'), GUIDE_PAGES);
    const head = `<meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" /><title>${title}</title><style>${STYLE}</style>`;
    return { relativeDest: `${name}.html`, contents: `<!doctype html>\n<html lang="en"><head>${head}</head><body><main>\n${html}\n</main></body></html>\n` };
  });
  const pictures = readdirSync(resolve(root, 'docs/pictures')).map((name) => ({
    relativeDest: `pictures/${name}`,
    absoluteSrc: resolve(root, 'docs/pictures', name),
  }));
  return [...pages, ...pictures];
}
