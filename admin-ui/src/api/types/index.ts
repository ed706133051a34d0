/** Shapes of the HTTP API: names for the generated ones. Instants are ISO strings; `…On` are YYYY-MM-DD. */
export type * from './common';
export type * from './session';
export type * from './reference';
export type * from './report';
export type * from './triage';
export type * from './work-order';
export type * from './person';
export type * from './case';
export type * from './care';
export type * from './casework';
export type * from './watch';
export type * from './campaign';
export type * from './unit';
export type * from './backstop';
export type * from './attachment';
export type * from './home';
export type * from './admin';
