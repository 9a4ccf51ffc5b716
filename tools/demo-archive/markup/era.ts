import type { RenderOptions } from './spec';

/**
 * When the markup changed, as commit dates of otwarchive; self-hosted sites follow months or years later, so
 * every shape before a change is still in use somewhere.
 */
export const CHANGES = {
  /** `work-N`, `series-N` and `user-N` among the classes of an item. */
  idTokens: '2021-02-17',
  /** `lang` on the language of an item. */
  languageCode: '2023-06-28',
  /** "Yes, Continue" instead of "Proceed". */
  continueWording: '2023-08-13',
  /** "Underage" became "Underage Sex". */
  underageSex: '2024-11-10',
  pagy: '2025-02-12',
  /** `p.caution.notice` on the adult notice. */
  noticeClass: '2025-04-01',
  updatedComment: '2025-07-26',
  /** The symbol says "Creator Chose ..." as the tag list does. */
  creatorChoseSymbol: '2025-09-07',
  /** `div.work` around a work page that is not a chapter page. */
  workWrapper: '2025-12-14',
  helpAddress: '2026-03-23',
  anonymousToken: '2026-06-01',
  workSkinWrapper: '2026-06-07',
} as const;

export type Change = keyof typeof CHANGES;

/** Eras that differ from each other, oldest first; for tests that go through all of them. */
export const ERAS = ['2018-03-01', '2021-01-01', '2025-08-01', '2025-11-01', '2026-05-01', '2026-11-01'] as const;

/** Whether the page is made by a version that has the change. */
export function has(options: RenderOptions, change: Change): boolean {
  const era = options.fork === 'superlove' ? '2023-01-01' : options.era;
  return era === undefined || era >= CHANGES[change];
}
