export { type Periodic, PeriodicWork } from './periodic-work';
