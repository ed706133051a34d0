export { ActionBar } from './ActionBar';
export type { ActionForm } from './ActionBar';
export { ActionDialog } from './ActionDialog';
export { ActionPage } from './ActionPage';
export type { ActionPageProps } from './ActionPage';
export { canAccess, isAskedByLetter } from './can-access';
