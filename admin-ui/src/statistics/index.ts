export { TotalsPage } from './TotalsPage';
export { TotalsView } from './TotalsView';
