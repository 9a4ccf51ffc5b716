/**
 * Tells which items the archive itself keeps away because the viewer has muted somebody: it writes one inline style
 * sheet into the head, `.user-1, .user-2 { display: none !important; ... }`, for up to 2,000 accounts. Read as text,
 * since asking for computed styles would make the browser work out the style of each item twice.
 * Source: otwarchive's muting helper.
 */
export function muting(document: Document): (item: Element) => boolean {
  let accounts: Set<string> | undefined;
  return (item) => {
    const muted = (accounts ??= mutedAccounts(document));
    return muted.size > 0 && [...item.classList].some((token) => muted.has(token));
  };
}

function mutedAccounts(document: Document): Set<string> {
  const accounts = new Set<string>();
  for (const { textContent: css } of document.querySelectorAll('head style')) {
    const [selector = '', rule = ''] = css.split('{', 2);
    if (!/^[\s,.\w-]*$/.test(selector) || !/display:\s*none/.test(rule.slice(0, 200))) continue;
    for (const [token] of selector.matchAll(/(?<=\.)user-\d+/g)) accounts.add(token);
  }
  return accounts;
}
