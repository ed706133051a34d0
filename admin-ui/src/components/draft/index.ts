export type { DraftStatus } from './draft-keeper';
export { DraftConflictAlert, DraftStatusLine } from './DraftStatusLine';
export { useDraft } from './useDraft';
export type { Draft } from './useDraft';
