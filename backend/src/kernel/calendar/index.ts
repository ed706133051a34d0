export * from './china-time';
export * from './due';
export * from './working-calendar';
