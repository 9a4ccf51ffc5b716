import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../bootstrap/browsers.mjs';
import { launchChromium } from '../browsers/chromium';
import { startDemoArchive } from '../demo-archive/index';
import { renderListingPage, type WorkSpec } from '../demo-archive/markup';
import { seedRules } from '../start/seed';

/** The size that every store takes. */
const VIEWPORT = { width: 1280, height: 800 };

/** Mild ones: the pictures are seen by people who did not ask for anything. */
const RULES = `
fold  freeform: Angst unless freeform: "Found Family"
fold  relationship: */Reader, */You
fold  warning: major-character-death
fold  words: <300 and complete: no
hide  language: ru
highlight freeform: "Slow Burn"
show  creator: astolat
`;

const ARCHIVE = 'https://archiveofourown.org';
const LISTING = '/tags/Friends%20to%20Lovers/works';

const MILD =
  /^(?:.*fluff|angst|.*hurt\/comfort|slow burn|.* to lovers|found family|established relationship|first kiss|happy ending|pining|humou?r|one shot|soulmates|idiots in love|.*shop.*)$/i;

/** Works that may be on a picture that anybody sees. */
const isMild = ({ rating, warnings, freeforms, language, restricted, authors }: WorkSpec): boolean =>
  (rating === 'general' || rating === 'teen') &&
  warnings.every((warning) => warning === 'none') &&
  freeforms.every((name) => MILD.test(name)) &&
  authors.every(({ login }) => login !== 'orphan_account') &&
  language?.code === 'en' &&
  restricted !== true;

/**
 * Takes the pictures of the stores' listings from the built extension and the demo archive.
 * @param extension folder with a build for Chrome
 * @param folder where the pictures go
 * @returns names of the pictures; none when there is no Chromium on this machine
 */
export async function storePictures(extension: string, folder: string): Promise<string[]> {
  const executablePath = findBrowser('chromium');
  if (executablePath === undefined) return [];
  mkdirSync(folder, { recursive: true });
  const archive = await startDemoArchive();
  const { context, extensionId, close } = await launchChromium({
    executablePath,
    port: archive.port,
    extension,
    headless: true,
    viewport: VIEWPORT,
    colorScheme: 'light',
  });
  const taken: string[] = [];
  const take = async (name: string, address: string, ready: string): Promise<void> => {
    const page = await context.newPage();
    await page.goto(address);
    await page.waitForSelector(ready);
    await page.screenshot({ path: join(folder, name), animations: 'disabled' });
    await page.close();
    taken.push(name);
  };
  try {
    const own = `chrome-extension://${extensionId}/`;
    const options = await context.newPage();
    await options.goto(`${own}options.html`);
    await seedRules(options, RULES);
    await options.close();
    const isPlain = (work: WorkSpec): boolean =>
      work.rating === 'teen' && work.language?.code === 'en' && work.restricted !== true && work.chapters.posted === 1;
    const gated = archive.world.works.find((work) => work.warnings.includes('death') && isPlain(work) && !archive.world.unrevealed.has(work.id));
    if (gated === undefined) throw new Error('The demo archive has no work for the picture of the gate');
    const mild = archive.world.works.filter((work) => isMild(work) && work.anonymous !== true && work.freeforms.length > 0);
    const [sad, glad] = [true, false].map((wanted) => mild.filter((work) => work.freeforms.includes('Angst') === wanted).slice(0, 10)) as [
      WorkSpec[],
      WorkSpec[],
    ];
    const works = glad.flatMap((work, index) => [sad[index] ?? [], work].flat());
    archive.put(
      LISTING,
      renderListingPage({
        listing: 'tag-works',
        items: works.map((work) => ({ kind: 'work', work })),
        path: LISTING,
        pages: 7,
        tag: 'Friends to Lovers',
        total: 132,
      }),
    );
    await take('1-listing.png', `${ARCHIVE}${LISTING}`, '[data-foldaway=fold]');
    await take('2-gate.png', `${ARCHIVE}/works/${gated.id}`, 'foldaway-gate');
    await take('3-rules.png', `${own}options.html#/rules`, 'main .rule');
    await take('4-rule.png', `${own}options.html#/rules/${encodeURIComponent('relationship: "*/Reader", "*/You"')}`, 'main :is(.card, .button)');
    await take('5-themes.png', `${own}welcome.html`, '.theme');
    return taken;
  } finally {
    await close();
    await archive.close();
  }
}
