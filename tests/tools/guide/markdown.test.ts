import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { helps } from '../../../src/ui/options/help/words';
import { htmlOf, slugOf } from '../../../tools/guide/markdown';
import { GUIDE_PAGES, guideFiles } from '../../../tools/guide/pages';

const html = (markdown: string): string => htmlOf(markdown, ['guide', 'lists']).html;

describe('a page made of a document', () => {
  it('has its headings with addresses, and the first as its title', () => {
    expect(htmlOf('# Guide for readers\n\n## Archives and permissions', []).title).toBe('Guide for readers');
    expect(html('## Archives and permissions')).toBe('<h2 id="archives-and-permissions">Archives and permissions</h2>');
    expect(slugOf('What *is* it, really?')).toBe('what-is-it-really');
  });

  it('has paragraphs, lists with long entries, pictures and emphasis', () => {
    expect(html('One\nline.\n\nAnother: **strong** and *soft*.')).toBe('<p>One line.</p>\n<p>Another: <strong>strong</strong> and <em>soft</em>.</p>');
    expect(html('- one,\n  which goes on\n- two')).toBe('<ul><li>one, which goes on</li><li>two</li></ul>');
    expect(html('![The popup](pictures/popup.png)')).toContain('<img src="pictures/popup.png" alt="The popup"');
  });

  it('leaves code as it is, and lets nothing in a document become markup', () => {
    expect(html('Write `*/Reader <b>`.')).toBe('<p>Write <code>*/Reader &lt;b&gt;</code>.</p>');
    expect(html('```\nfold tag: "<x>" *a*\n```')).toContain('fold tag: &quot;&lt;x&gt;&quot; *a*');
    expect(html('<script>alert(1)</script>')).not.toContain('<script>');
  });

  it('has tables whose cells may hold a stroke', () => {
    expect(html('| a | b |\n|---|---|\n| x | y\\|z |')).toContain('<tbody><tr><td>x</td><td>y|z</td></tr></tbody>');
  });

  it('leads to other pages that come with it, and nowhere else', () => {
    expect(html('[lists](lists.md#sharing) and [why](decisions/0003.md)')).toBe('<p><a href="lists.html#sharing">lists</a> and why</p>');
  });
});

describe('the pages for readers', () => {
  const files = new Map(guideFiles('.').map((file) => [file.relativeDest, 'contents' in file ? file.contents : '']));

  it('are there, with every picture that they show and every address that they lead to', () => {
    for (const page of GUIDE_PAGES) {
      const contents = files.get(`${page}.html`) ?? '';
      expect(contents).toContain('<h1 ');
      for (const [, source = ''] of contents.matchAll(/<img src="([^"]+)"/g)) expect([...files.keys()]).toContain(source);
      for (const [, file = '', anchor] of contents.matchAll(/<a href="([^"#]*)(?:#([^"]*))?"/g)) {
        const target = files.get(file === '' ? `${page}.html` : file);
        expect(target, file).toBeDefined();
        if (anchor !== undefined) expect(target).toContain(` id="${anchor}"`);
      }
    }
  });

  it('have the place that the help of each section leads to', () => {
    for (const { guide } of Object.values(helps)) {
      const [file = '', anchor] = guide.split('#');
      expect(existsSync(`docs/${file.replace('.html', '.md')}`)).toBe(true);
      if (anchor !== undefined) expect(files.get(file), guide).toContain(` id="${anchor}"`);
    }
  });

  it('show no picture that is heavy to carry along', () => {
    const pictures = [...files.keys()].filter((name) => name.startsWith('pictures/'));
    for (const name of pictures) expect(readFileSync(`docs/${name}`).length, name).toBeLessThan(60_000);
  });
});
