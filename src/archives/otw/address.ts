/** A work, the whole of it or one chapter, also within a collection; the archive ignores what follows a number. */
const WORK_PAGE = /^(?:\/collections\/[^/]+)?\/(?:works\/\d[^/]*(?:\/chapters\/\d[^/]*)?|chapters\/\d[^/]*)\/?$/;

export const isWorkPage = ({ pathname }: URL): boolean => WORK_PAGE.test(pathname);
