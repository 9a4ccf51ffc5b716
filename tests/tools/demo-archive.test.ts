import { request } from 'node:https';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoArchive, startDemoArchive } from '../../tools/demo-archive/index';

let archive: DemoArchive;
beforeAll(async () => {
  archive = await startDemoArchive({ works: 800 });
});
afterAll(() => archive.close());

interface Answer {
  status: number;
  location: string | undefined;
  body: string;
  pieces: number;
}

const get = (path: string, host = 'archiveofourown.org'): Promise<Answer> =>
  new Promise((answered, failed) => {
    const asking = request({ host: '127.0.0.1', port: archive.port, path, headers: { host }, servername: host, rejectUnauthorized: false }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () =>
        answered({ status: response.statusCode ?? 0, location: response.headers.location, body: Buffer.concat(pieces).toString(), pieces: pieces.length }),
      );
    });
    asking.on('error', failed);
    asking.end();
  });

const main = (body: string): string => /id="main" class="([^"]*)"/.exec(body)?.[1] ?? '';

describe('the demo archive', () => {
  it.each([
    ['/', 'home demo region'],
    ['/?login=user', 'system docs index region'],
    ['/works', 'works-index region'],
    ['/works.html', 'works-index region'],
    ['/tags/Fluff/works', 'works-index filtered region'],
    ['/tags/Hurt*s*Comfort/works', 'works-index filtered region'],
    ['/tags/Fluff', 'tags-show region'],
    ['/tags/Fluff/bookmarks', 'bookmarks-index filtered region'],
    ['/languages/ptBR/works', 'works-index region'],
    ['/works/search?work_search[query]=fox', 'works-search region'],
    ['/series/4000001', 'series-show region'],
    ['/bookmarks', 'bookmarks-index region'],
    ['/users/Asa_Lindqvist', 'users-show dashboard region'],
    ['/users/Asa_Lindqvist/pseuds/Asa_Lindqvist', 'pseuds-show dashboard region'],
    ['/users/Asa_Lindqvist/works', 'works-index dashboard filtered region'],
    ['/users/Asa_Lindqvist/series', 'series-index dashboard region'],
    ['/users/Asa_Lindqvist/bookmarks', 'bookmarks-index dashboard filtered region'],
    ['/users/Asa_Lindqvist/gifts', 'gifts-index region'],
    ['/users/demo_reader/readings?login=user', 'readings-index dashboard region'],
    ['/collections', 'collections-index region'],
    ['/collections/Oddities', 'collections-show dashboard region'],
    ['/collections/Oddities/works', 'works-index dashboard filtered region'],
    ['/collections/Oddities/items', 'collection_items-index region'],
    ['/collections/Lantern_Bingo/requests', 'challenge_requests-index region'],
    ['/external_works', 'external_works-index region'],
    ['/people/search', 'people-search region'],
  ])('serves %s as %s', async (path, kind) => {
    const { status, body } = await get(path);
    expect(status).toBe(200);
    expect(main(body)).toBe(kind);
  });

  it('sends a page in many pieces that make up the same page', async () => {
    const whole = await get('/works');
    const streamed = await get('/works?stream=slow&chunk=4000&gap=1');
    const strip = (body: string): string => body.replace(/\?stream=slow[^"]*?(?=&amp;page|")/g, '').replaceAll('&amp;page', '?page');
    expect(strip(streamed.body)).toBe(whole.body);
    expect(streamed.pieces).toBeGreaterThan(10);
  });

  it('leads from a synonym to its canonical tag, and from an unsorted tag to its page', async () => {
    expect((await get('/tags/Omegaverse/works')).body).toContain('href="/tags/Alpha*s*Beta*s*Omega%20Dynamics"');
    expect((await get('/tags/no%20non-con%20here%20i%20promise/works')).location).toBe('/tags/no%20non-con%20here%20i%20promise');
    expect(main((await get('/tags/no%20non-con%20here%20i%20promise')).body)).toBe('tags-show region');
  });

  it('opens a work of several chapters on its first, in front of which stands the notice when it is adult', async () => {
    const several = archive.world.works.find((work) => work.chapters.posted > 1 && work.rating === 'teen' && work.restricted !== true);
    const adult = archive.world.works.find((work) => work.rating === 'explicit' && work.restricted !== true && !archive.world.unrevealed.has(work.id));
    expect((await get(`/works/${several?.id}`)).location).toBe(`/works/${several?.id}/chapters/${several?.id}01`);
    expect((await get(`/works/${several?.id}/chapters/${several?.id}01`)).body).toContain('speculationrules');
    expect((await get(`/works/${adult?.id}`)).body).toContain('view_adult=true');
  });

  it('sends guests to the login page instead of a restricted work, and shows nothing of an unrevealed one', async () => {
    const restricted = archive.world.works.find((work) => work.restricted === true && !archive.world.unrevealed.has(work.id));
    expect((await get(`/works/${restricted?.id}`)).location).toMatch(/^\/users\/login\?restricted=true/);
    const [unrevealed] = archive.world.unrevealed;
    expect((await get(`/works/${unrevealed}`)).body).toContain('Mystery Work');
  });

  it('hides tags for a viewer who prefers that, and gives them out when asked', async () => {
    const work = archive.world.works.find((one) => one.freeforms.length > 0);
    expect((await get('/works?login=user&hide=freeforms')).body).toContain('Show additional tags');
    expect((await get(`/tags/show_hidden?creation_id=${work?.id}&creation_type=Work&tag_type=freeforms`)).body).toMatch(
      /^<li class='freeforms'><a class="tag"/,
    );
  });

  it('answers as a site in trouble when told to', async () => {
    expect((await get('/nothing/here')).status).toBe(404);
    expect(await get('/works?status=429')).toMatchObject({ status: 429, body: 'Retry later\n' });
    expect((await get('/works?status=503')).status).toBe(503);
  });

  it('takes the shape of Superlove under its name', async () => {
    expect((await get('/works', 'superlove.sayitditto.net')).body).toContain('<div id="header"');
  });
});
