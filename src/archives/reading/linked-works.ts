type NamedBy = (url: Pick<URL, 'pathname'>) => { kind: string; id?: string } | null;

/**
 * The links of a page to works, with the numbers of these; without those to the work that the page is about.
 * @param selector finds links that may lead to works
 * @param namedBy tells what an address of the archive is about
 */
export function linkedWorks(document: Document, selector: string, namedBy: NamedBy, location: Location): { link: Element; id: string }[] {
  const here = namedBy(location);
  return [...document.querySelectorAll<HTMLAnchorElement>(selector)].flatMap((link) => {
    const named = namedBy(link);
    // A number means another work on another site.
    return link.host === location.host && named?.kind === 'work' && named.id !== undefined && !(here?.kind === 'work' && here.id === named.id)
      ? [{ link, id: named.id }]
      : [];
  });
}
