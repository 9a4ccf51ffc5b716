/** Rules that the reader chose elsewhere in the options and wants to share, by their ids; forgotten with the page. */
let chosen: ReadonlySet<string> | null = null;

export const shareThese = (ids: Iterable<string>): void => void (chosen = new Set(ids));

export const toShare = (): ReadonlySet<string> | null => chosen;
