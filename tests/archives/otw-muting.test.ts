// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { muting } from '../../src/archives/otw/muting';

const item = (names: string): Element => {
  const li = document.createElement('li');
  li.className = names;
  return li;
};
const style = (css: string): void => {
  const element = document.createElement('style');
  element.textContent = css;
  document.head.append(element);
};

describe("the archive's own muting", () => {
  beforeEach(() => document.head.replaceChildren());

  it('keeps away items of the accounts in its style sheet, and no others', () => {
    style('.user-1, .user-22 { display: none !important; visibility: hidden !important; }');
    const isMuted = muting(document);
    expect(isMuted(item('work blurb group work-5 user-22 user-3'))).toBe(true);
    expect(isMuted(item('work blurb group work-5 user-2'))).toBe(false);
    expect(isMuted(item('work blurb group work-1'))).toBe(false);
  });

  it('takes no other style sheet for it', () => {
    style('.user-1 { color: red; }');
    style('#workskin .user-2 > p { display: none; }');
    const isMuted = muting(document);
    expect(isMuted(item('blurb user-1'))).toBe(false);
    expect(isMuted(item('blurb user-2'))).toBe(false);
  });
});
