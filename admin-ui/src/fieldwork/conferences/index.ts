export { ConclusionPage } from './ConclusionPage';
export { ConferencePage } from './ConferencePage';
