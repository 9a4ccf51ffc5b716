/**
 * The archive's markup from plain data. One function for each kind of page and one for an item; all take the same
 * `RenderOptions` (the markup's date, a fork's shape, the viewer) and return a string.
 */
export { ERAS, CHANGES, has, type Change } from './era';
export { escape } from './html';
export { slug, tagAddress } from './formats';
export { LISTINGS, type ListingName, type ListingShape } from './listings';
export { listingParts, renderListingPage, type ListingPageSpec } from './listing-page';
export { renderCollectionHome, renderDashboard, renderHome, renderSeriesPage, type DashboardSpec } from './collected-pages';
export { renderInbox, renderRelatedWorks, renderSubscriptions, type SubscriptionSpec } from './named-works';
export { renderErrorPage, renderLogin, renderStaticError, renderUnrevealed, tooManyRequests } from './states';
export { renderTagPage, renderTagSearch, type TagPageSpec, type TagTree } from './tag-page';
export { renderAdultNotice, renderChapterIndex, renderPreview, renderWorkPage, type WorkPageOptions } from './work-page';
export { chapterId } from './item-stats';
export { showHidden, tagItems, warningItems } from './tag-list';
export type * from './spec';
