import type { WorkPageReader } from './adapter';
import { fanfictionStoryPages } from './fanfiction/story-page';
import { otwWorkPages } from './otw/work-page';

/** Readers of work pages by the id of the adapter whose sites they are for. One line a family. */
export const workPages: Readonly<Record<string, WorkPageReader>> = { otw: otwWorkPages, 'fanfiction-net': fanfictionStoryPages };
