export { ReferenceData } from './reference-data';
export { ReferenceModule } from './reference.module';
export type * from './reference.types';
export { DISTRICT_DESKS, type Duty } from './who-acts';
