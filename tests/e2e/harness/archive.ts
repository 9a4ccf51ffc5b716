import { type DemoArchive, startDemoArchive } from '../../../tools/demo-archive/index';

export const AO3 = 'https://archiveofourown.org';

/**
 * The demo archive on a free port, smaller than that of `npm start` so that it is there at once. The caller closes it;
 * `openArchive` of open.ts makes one that is closed by itself.
 */
export const startArchive = (works = 600): Promise<DemoArchive> => startDemoArchive({ works });

export type { DemoArchive };
