export { MeasurePage } from './MeasurePage';
