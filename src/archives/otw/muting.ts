/**
 * Tells which items the archive itself keeps away because the viewer has muted somebody: it writes one inline style
 * sheet into the head, `.user-1, .user-2 { display: none !important; ... }`, for up to 2,000 accounts. Read as text,
 * since asking for computed styles would make the browser work out the style of each item twice.
 * Source: otwarchive's muting helper.
 */
export function muting(document: Document): (item: Element) => boolean {
  let accounts: Set<string> | undefined;
  return (item) => {
    accounts ??= mutedAccounts(document);
    return accounts.size > 0 && [...item.classList].some((token) => accounts?.has(token) === true);
  };
}

function mutedAccounts(document: Document): Set<string> {
  const accounts = new Set<string>();
  for (const { textContent: css } of document.head?.querySelectorAll('style') ?? []) {
    const start = css.indexOf('{');
    const selector = css.slice(0, start);
    if (!/^[\s,.\w-]*$/.test(selector) || !/display:\s*none/.test(css.slice(start, start + 200))) continue;
    for (const [, token] of selector.matchAll(/\.(user-\d+)/g)) if (token !== undefined) accounts.add(token);
  }
  return accounts;
}
