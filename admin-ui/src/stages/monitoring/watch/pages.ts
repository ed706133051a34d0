/** The long forms about a watched child, loaded when one is opened. */
export { CarePage, UnfitCarerPage } from './CarePages';
export { ReopenPage, ResubmitPage, RevisePage } from './FilePages';
export { FindingPage } from './FindingPage';
export { WatchVisitPage } from './WatchVisitPage';
