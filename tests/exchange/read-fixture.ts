import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { previewImport } from '../../src/exchange/index';
import type { ImportPreview } from '../../src/exchange/index';
import { printRule } from '../../src/rules/text/print';

export const FIXTURES = join(import.meta.dirname, '../fixtures/exchange');

export const fixture = (name: string): string => readFileSync(join(FIXTURES, name), 'utf8');

/** A sample file as the door would read it. */
export const previewOf = (name: string): ImportPreview => previewImport(fixture(name), name);

/** The rules as lines of text, which is how a reader would check them. */
export const linesOf = (preview: ImportPreview): string[] => preview.rules.map(printRule);

/** Codes of the remarks about the rule with these words in it, and of those about the whole file with `null`. */
export function remarksOn(preview: ImportPreview, words: string | null): string[] {
  const ids = preview.rules.filter((rule) => words !== null && printRule(rule).includes(words)).map((rule) => rule.id);
  return preview.remarks.filter((remark) => (remark.rule === undefined ? words === null : ids.includes(remark.rule))).map((remark) => remark.code);
}

export const leftOf = (preview: ImportPreview): string[] => preview.notCarried.map(({ text, code }) => `${code}: ${text}`);
