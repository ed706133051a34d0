export { ActionBar } from './ActionBar';
export type { ActionForm } from './ActionBar';
export { canAccess, isAskedByLetter } from './can-access';
