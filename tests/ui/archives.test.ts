// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { renderListingPage, renderTagPage } from '../../tools/demo-archive/markup';
import { get, press, settle, submit, type, words } from './screen';
import { stored, useStage } from './stage';

const FRONT = renderListingPage({ listing: 'works', path: '/works', items: [] });

describe('a site that is added by its address', () => {
  const stage = useStage();
  const add = async (address: string): Promise<void> => {
    await stage.options('#/archives', [{ id: 'ao3', name: 'Archive of Our Own', origins: ['https://archiveofourown.org/*', 'https://ao3.org/*'] }]);
    await type(get('text', 'Address of an archive'), address);
    await submit(get('text', 'Address of an archive'));
    await settle();
  };
  const sent = (name: string): unknown[] => stage.background.sent.filter((one) => one.name === name).map(({ body }) => body);

  it('is known by an open page of it, without a request', async () => {
    stage.background.openPages = ['<p>a wiki of the same site</p>', FRONT];
    await add('https://fics.example.org/works');
    expect(sent('sniff-site')).toEqual([{ host: 'fics.example.org' }]);
    expect(sent('ask-front-page')).toEqual([]);
    expect(stage.background.sites).toEqual([{ host: 'fics.example.org', permitted: true }]);
    expect(words()).toContain('fics.example.org is added. Reload its open pages.');
    expect(get('switch', 'fics.example.org')).toBeTruthy();
  });

  it('is known by its front page, and can be switched off and removed', async () => {
    stage.background.front = { ok: true, html: FRONT };
    await add('fics.example.org');
    await press(get('switch', 'fics.example.org'));
    expect(stage.background.settings.sitesOff).toEqual(['fics.example.org']);
    await press(get('button', 'Remove fics.example.org'));
    expect(stage.background.sites).toEqual([]);
    await press(get('button', 'Undo'));
    expect(stage.background.sites).toEqual([{ host: 'fics.example.org', permitted: true }]);
  });

  it.each([
    ['not an address', 'This is not the address of a site.'],
    ['http://fics.example.org', 'Only sites with https can be added'],
    ['https://ao3.org/works', 'Foldaway reads ao3.org already.'],
  ])('is refused as “%s”, before anybody is asked', async (address, told) => {
    await add(address);
    expect(words()).toContain(told);
    expect(sent('sniff-site')).toEqual([]);
  });

  it.each([false, 'fails' as const])('is not looked at without the permission (%s)', async (permits) => {
    stage.background.permits = permits;
    await add('fics.example.org');
    expect(words()).toContain('Without the permission Foldaway cannot read the site.');
    expect(sent('sniff-site')).toEqual([]);
  });

  it.each([
    [{ ok: true as const, html: '<p>Welcome to my forum</p>' }, 'fics.example.org does not show the software of Archive of Our Own'],
    [{ ok: false as const, trouble: 'offline' as const, detail: '' }, 'The site could not be reached.'],
    [{ ok: false as const, trouble: 'redirect' as const, detail: '' }, 'The site led elsewhere'],
    [{ ok: false as const, trouble: 'http' as const, detail: '500' }, 'The site answered with error 500.'],
    [{ ok: false as const, trouble: 'busy' as const, detail: '429', until: Date.UTC(2031, 0, 1, 12) }, 'It can be tried again after Jan 1, 2031'],
  ])('is left again, with what is wrong, when it answers %o', async (front, told) => {
    stage.background.front = front;
    await add('fics.example.org');
    expect(words()).toContain(told);
    expect(sent('leave-site')).toEqual([{ host: 'fics.example.org' }]);
    expect(stage.background.sites).toEqual([]);
  });

  it('says that this device has yet to allow what another has added', async () => {
    stage.background.sites = [{ host: 'fics.example.org', permitted: false }];
    await stage.options('#/archives');
    expect(words()).toContain('Foldaway may not read this site on this device yet.');
    stage.background.permits = 'fails';
    await press(get('button', 'Allow'));
    expect(words()).toContain('Still not allowed; nothing is filtered on fics.example.org.');
    stage.background.permits = true;
    await press(get('button', 'Allow'));
    expect(words()).toContain('Foldaway can read fics.example.org now');
  });
});

describe('the tick for what counts as the same', () => {
  const stage = useStage();
  const open = async (rule: string): Promise<void> => {
    stage.background.rules = [stored(rule)];
    await stage.options(`#/rules/${encodeURIComponent(stage.background.rules[0]?.id ?? '')}`);
  };
  const tick = async (): Promise<void> => {
    await press(document.querySelector<HTMLElement>('.tick input') as HTMLElement);
    await settle();
  };
  const questions = (): unknown[] => stage.background.sent.filter(({ name }) => name === 'look-up-tag').map(({ body }) => body);

  it('asks once about each tag and shows what was found, and how old it is', async () => {
    stage.background.asked['Omegaverse'] = {
      ok: true,
      html: renderTagPage({ name: 'Omegaverse', type: 'Additional Tags', canonical: true, synonyms: ['A/B/O', 'abo'], subtags: [{ name: 'Alphas' }] }),
    };
    await open('fold tag: Omegaverse');
    expect(questions()).toEqual([]);
    await tick();
    expect(questions()).toEqual([{ name: 'Omegaverse' }]);
    expect(words()).toContain('2 tags have the same meaning. 1 tag is below it. As of today.');
    expect(words()).toContain('A/B/O abo Alphas');
    expect(get<HTMLInputElement>('text', 'Rule as text').value).toBe('fold tag: Omegaverse synonyms');
    await press(get('button', 'Ask again about “Omegaverse”'));
    expect(questions()).toHaveLength(2);
  });

  it('asks nothing by itself about a rule that has it already', async () => {
    await open('fold tag: Omegaverse synonyms');
    expect(words()).toContain('Nothing is known of “Omegaverse” yet.');
    expect(questions()).toEqual([]);
  });

  it('says plainly that a long list is cut', async () => {
    stage.background.asked['Angst'] = {
      ok: true,
      html: renderTagPage({ name: 'Angst', type: 'Additional Tags', canonical: true, synonyms: Array.from({ length: 300 }, (_, index) => `angst ${index}`) }),
    };
    await open('fold tag: Angst');
    await tick();
    expect(words()).toContain('300 tags have the same meaning. The archive lists only the 300 most used');
  });

  it('names the tag that a synonym is filed under, and asks about that when pressed', async () => {
    stage.background.asked['abo'] = { ok: true, html: renderTagPage({ name: 'abo', type: 'Additional Tags', canonical: false, synonymOf: 'Omegaverse' }) };
    await open('fold tag: abo');
    await tick();
    expect(words()).toContain('The archive files it under “Omegaverse”.');
    await press(get('button', 'Ask the archive about “Omegaverse”'));
    expect(questions()).toEqual([{ name: 'abo' }, { name: 'Omegaverse', site: 'archiveofourown.org' }]);
  });

  it('says that the archive does not know a tag, and what may have been meant', async () => {
    stage.background.rules = [stored('fold tag: Omegavrese'), stored('hide freeform: Omegaverse')];
    await stage.options(`#/rules/${encodeURIComponent('tag: "Omegavrese"')}`);
    await tick();
    expect(words()).toContain('The archive does not know the tag “Omegavrese”. Did you mean: Omegaverse');
    await press(get('button', 'Omegaverse'));
    expect(get<HTMLInputElement>('text', 'Rule as text').value).toBe('fold tag: Omegaverse synonyms');
  });

  it.each([
    [
      { ok: false as const, trouble: 'busy' as const, detail: '429', until: Date.UTC(2031, 0, 1, 12) },
      'The site asks to be left alone for a while. It can be tried again after Jan 1, 2031',
    ],
    [{ ok: true as const, html: '<h1>Log in</h1>' }, 'The archive answered with something other than the page of a tag.'],
    [{ ok: true as const, html: renderTagPage({ name: 'Tea', type: 'Additional Tags', canonical: false }) }, 'The archive has not sorted “Tea” yet'],
  ])('says what is wrong when the archive answers %#', async (answer, told) => {
    stage.background.asked['Tea'] = answer;
    await open('fold tag: Tea');
    await tick();
    expect(words()).toContain(told);
  });

  it('says what to do when the background does not answer', async () => {
    stage.background.refuse = { name: 'look-up-tag', code: 'no-answer' };
    await open('fold tag: Tea');
    await tick();
    expect(words()).toContain('did not answer');
  });

  it('asks about no pattern', async () => {
    await open('fold tag: "Omega*"');
    await tick();
    expect(questions()).toEqual([]);
  });
});

describe('the list of what counts as the same', () => {
  const stage = useStage();

  it('has every tag with its age, to be asked about again and forgotten', async () => {
    const known = {
      name: 'Omegaverse',
      canonical: 'Omegaverse',
      same: ['abo'],
      below: [],
      cut: false,
      day: Math.floor(Date.now() / 86_400_000) - 3,
      site: 'archiveofourown.org',
      met: [],
    };
    stage.background.tags = [
      { name: 'Angst', known: null, used: true },
      { name: 'Omegaverse', known, used: false },
    ];
    await stage.options('#/archives');
    expect(words()).toContain('Omegaverse No rule asks for it. 1 tag has the same meaning. As of 3 days ago.');
    expect(words()).toContain('Nothing is known of “Angst” yet.');
    await press(get('button', 'Forget “Omegaverse”'));
    expect(stage.background.tags.map(({ name }) => name)).toEqual(['Angst']);
    expect(words()).not.toContain('Omegaverse No rule');
  });
});
