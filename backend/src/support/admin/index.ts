export { AdminModule } from './admin.module';
export { SystemFigures } from './system-figures';
