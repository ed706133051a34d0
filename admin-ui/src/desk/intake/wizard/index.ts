export { ReportCreate } from './ReportCreate';
