import { observeWindowOffset, observeWindowRect, Virtualizer, windowScroll } from '@tanstack/virtual-core';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';

interface Props<T> {
  items: readonly T[];
  keyOf: (item: T) => string;
  /** Draws the content of a row; called only for rows near the window. */
  row: (item: T) => ComponentChildren;
  label: string;
  /** Height of a usual row in CSS pixels, for rows that were never drawn. */
  estimate: number;
  listClass: string;
  rowClass: string;
}

/**
 * A list that scrolls with the page and holds only the rows near the window, so that 20,000 cost no more than 20.
 * Each row tells its place among all, since a screen reader cannot count what is not there.
 */
export function Rows<T>({ items, keyOf, row, label, estimate, listClass, rowClass }: Props<T>) {
  const list = useRef<HTMLUListElement>(null);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const virtualizer = useMemo(
    () =>
      new Virtualizer<Window, HTMLLIElement>({
        count: 0,
        getScrollElement: () => window,
        estimateSize: () => estimate,
        observeElementRect: observeWindowRect,
        observeElementOffset: observeWindowOffset,
        scrollToFn: windowScroll,
        initialOffset: () => window.scrollY,
        initialRect: { width: window.innerWidth, height: window.innerHeight },
      }),
    [],
  );
  virtualizer.setOptions({
    ...virtualizer.options,
    count: items.length,
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
    overscan: 8,
    scrollMargin: list.current?.offsetTop ?? 0,
    onChange: () => redraw(undefined),
  });
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  const drawn = virtualizer.getVirtualItems();
  const margin = virtualizer.options.scrollMargin;
  const above = (drawn[0]?.start ?? margin) - margin;
  const below = virtualizer.getTotalSize() - ((drawn.at(-1)?.end ?? margin) - margin);
  return (
    <ul ref={list} role="list" aria-label={label} class={listClass} style={{ paddingBlockStart: `${above}px`, paddingBlockEnd: `${below}px` }}>
      {drawn.map(({ index, key }) => {
        const item = items[index];
        return (
          item !== undefined && (
            <li key={String(key)} class={rowClass} data-index={index} ref={virtualizer.measureElement} aria-setsize={items.length} aria-posinset={index + 1}>
              {row(item)}
            </li>
          )
        );
      })}
    </ul>
  );
}
