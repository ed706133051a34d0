export * from './agencies';
export * from './codes';
export * from './deadline-rules';
export * from './holidays';
export * from './instruments';
export * from './regions';
export * from './routing';
export * from './situations';
export type * from './types';
