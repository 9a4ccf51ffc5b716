// @vitest-environment jsdom
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutMarkup } from '../../../tools/build/preact-without-markup';

type Preact = typeof import('preact');

const original = readFileSync(resolve('node_modules/preact/dist/preact.mjs'), 'utf8');

describe("Preact's runtime as we ship it", () => {
  const folder = mkdtempSync(resolve('node_modules/.preact-'));
  let preact: Preact;
  beforeAll(async () => {
    writeFileSync(join(folder, 'changed.mjs'), withoutMarkup(original));
    preact = (await import(/* @vite-ignore */ join(folder, 'changed.mjs'))) as Preact;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('draws elements, texts, properties and changes as ever', () => {
    const host = document.createElement('div');
    const list = (names: string[]) =>
      preact.h(
        'ul',
        { class: 'names' },
        names.map((name) => preact.h('li', { key: name, title: name }, name)),
      );
    preact.render(list(['<b>', 'two']), host);
    expect(host.innerHTML).toBe('<ul class="names"><li title="&lt;b&gt;">&lt;b&gt;</li><li title="two">two</li></ul>');
    preact.render(list(['two', 'three']), host);
    expect(host.textContent).toBe('twothree');
    preact.render(null, host);
    expect(host.childNodes).toHaveLength(0);
  });

  it('refuses to make markup from strings', () => {
    const host = document.createElement('div');
    expect(() => preact.render(preact.h('p', { dangerouslySetInnerHTML: { __html: '<b>bold</b>' } }), host)).toThrowError(TypeError);
    expect(host.querySelector('b')).toBeNull();
  });

  it('cannot be built from a version that is not known', () => {
    expect(() => withoutMarkup(original.replaceAll('h.__html', 'z.__html'))).toThrowError(/is not the code/);
    expect(() => withoutMarkup(`${original}document.body.innerHTML=x`)).toThrowError(/is not the code/);
  });
});
