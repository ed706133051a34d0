export { ActionBar } from './ActionBar';
export type { ActionForm } from './ActionBar';
export { canAccess } from './can-access';
