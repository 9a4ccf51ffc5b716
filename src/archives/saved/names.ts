/** Names of files that may hold a work. */
const READABLE = /\.(?:x?html?|txt|epub|zip)$/i;
/** Parts that browsers put beside a page which was saved "complete", and what computers add to folders. */
const BESIDES = /(?:^|\/)(?:[^/]+_files|__MACOSX)\//;

/** Whether a file in a folder, of which nobody has chosen it by itself, is worth opening. */
export const mayHoldWork = (path: string): boolean => READABLE.test(path) && !BESIDES.test(path);
