/** The long forms of care; the case page loads them when one is opened. */
export { CustodyPage } from './CustodyPage';
export { HandoverPage, ReturnHomePage } from './HandoverPage';
export { MedicalPage } from './MedicalPage';
export { PlacementListPage } from './PlacementListPage';
export { MovePage, PlacePage } from './PlacePage';
