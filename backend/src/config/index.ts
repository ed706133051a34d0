export * from './config';
export * from './env.dto';

/** Injection token of the checked environment. */
export const APP_CONFIG = Symbol('APP_CONFIG');
