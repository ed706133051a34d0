export * from './entities';
export { ProceedingClocks } from './proceeding-clocks';
export { ProceedingsModule } from './proceedings.module';
