export { consoleLink } from './console-link';
export { deadlineBand, findNextDeadline } from './deadline-band';
export type { DeadlineBand } from './deadline-band';
export * from './hooks';
export * from './time';
export { clean } from './clean';
