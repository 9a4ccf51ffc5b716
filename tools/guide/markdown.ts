/*
 * Makes a page of the documents that readers are sent to. They use little of Markdown, and a test holds them to what
 * is understood here: headings, paragraphs, lists, tables, code, pictures, links and emphasis.
 */

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** The address of a heading on its page, as code hosts make it too. */
export const slugOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}\s-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');

/** Pages that come with the extension have the document's name; every other document stays words. */
function link(words: string, target: string, pages: readonly string[]): string {
  const [file = '', anchor] = target.split('#');
  const hash = anchor === undefined ? '' : `#${anchor}`;
  if (file === '') return `<a href="${hash}">${words}</a>`;
  const page = file.replace(/\.md$/, '');
  return pages.includes(page) ? `<a href="${page}.html${hash}">${words}</a>` : words;
}

function inline(text: string, pages: readonly string[]): string {
  // Code is set aside first: nothing inside it means anything.
  return text
    .split(/(`[^`]+`)/)
    .map((part) =>
      part.startsWith('`') && part.length > 1
        ? `<code>${escape(part.slice(1, -1))}</code>`
        : escape(part)
            .replace(/!\[([^\]]*)\]\(([^)]+)\)/g, '<img src="$2" alt="$1" loading="lazy" />')
            .replace(/\[([^\]]+)\]\(([^)]+)\)/g, (_, words: string, target: string) => link(words, target, pages))
            .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
            .replace(/\*([^*\s][^*]*)\*/g, '<em>$1</em>'),
    )
    .join('');
}

function table(lines: string[], pages: readonly string[]): string {
  const rows = lines.map((line) =>
    line
      .replace(/^\||\|$/g, '')
      .split(/(?<!\\)\|/)
      .map((cell) => inline(cell.trim().replace(/\\\|/g, '|'), pages)),
  );
  const row = (cells: string[], tag: 'td' | 'th'): string => `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  const [head = [], , ...body] = rows;
  return `<div class="wide" tabindex="0" role="region" aria-label="Table"><table><thead>${row(head, 'th')}</thead><tbody>${body.map((cells) => row(cells, 'td')).join('')}</tbody></table></div>`;
}

/**
 * HTML of a document.
 * @param pages names of the documents that are pages beside it, without their ending
 * @returns the title, which is the first heading, and everything below `<main>`
 */
export function htmlOf(markdown: string, pages: readonly string[]): { title: string; html: string } {
  const lines = markdown.split('\n');
  const out: string[] = [];
  let title = '';
  const take = (belongs: (line: string) => boolean): string[] => {
    const taken: string[] = [];
    for (let line = lines[0]; line !== undefined && belongs(line); line = lines[0]) taken.push(lines.shift() ?? '');
    return taken;
  };
  for (let line = lines[0]; line !== undefined; line = lines[0]) {
    const heading = /^(#{1,3}) (.+)$/.exec(line);
    if (line.trim() === '') lines.shift();
    else if (line.startsWith('```')) {
      lines.shift();
      out.push(`<pre tabindex="0"><code>${escape(take((one) => !one.startsWith('```')).join('\n'))}</code></pre>`);
      lines.shift();
    } else if (heading !== null) {
      lines.shift();
      const [, signs = '', words = ''] = heading;
      if (title === '') title = words;
      out.push(`<h${signs.length} id="${slugOf(words)}">${inline(words, pages)}</h${signs.length}>`);
    } else if (line.startsWith('|'))
      out.push(
        table(
          take((one) => one.startsWith('|')),
          pages,
        ),
      );
    else if (line.startsWith('- ')) {
      const items = take((one) => /^(- | {2}\S)/.test(one)).reduce<string[]>(
        (all, one) => (one.startsWith('- ') ? [...all, one.slice(2)] : [...all.slice(0, -1), `${all.at(-1) ?? ''} ${one.trim()}`]),
        [],
      );
      out.push(`<ul>${items.map((item) => `<li>${inline(item, pages)}</li>`).join('')}</ul>`);
    } else out.push(`<p>${inline(take((one) => one.trim() !== '' && !/^(#|- |\||```)/.test(one)).join(' '), pages)}</p>`);
  }
  return { title, html: out.join('\n') };
}
