export { archiveSecondsOf, backUp, type BackUpOptions } from './back-up';
export { continuousBackup } from './continuous';
export { placesOf } from './places';
export { restore, type RestoreOptions } from './restore';
export { verifyBackups } from './verify';
