import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Tab } from './tab';

/** What Firefox's viewer of PDFs says of itself to its page. */
interface Viewer {
  PDFViewerApplication?: {
    pdfDocument?: { numPages: number; getPage(number: number): Promise<{ getTextContent(): Promise<{ items: { str?: string }[] }> }> };
  };
}

/**
 * The words on paper when a page is printed, without spaces.
 * @param viewer a tab of Firefox, which can read what either browser prints
 */
export async function wordsOnPaper(page: Tab, viewer: Tab): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'foldaway-paper-'));
  try {
    const file = join(folder, 'page.pdf');
    await writeFile(file, await page.print());
    await viewer.goto(pathToFileURL(file).href);
    await viewer.until(() => Boolean((globalThis as Viewer).PDFViewerApplication?.pdfDocument), null);
    return await viewer.evaluate(async () => {
      const pdf = (globalThis as Viewer).PDFViewerApplication?.pdfDocument;
      let words = '';
      for (let number = 1; number <= (pdf?.numPages ?? 0); number++) {
        const { items } = (await (await pdf?.getPage(number))?.getTextContent()) ?? { items: [] };
        words += items.map(({ str }) => str ?? '').join('');
      }
      return words.replace(/\s+/g, '');
    }, null);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
