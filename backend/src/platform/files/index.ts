export { FileDamaged, StorageFull } from './file-errors';
export { SealedFiles } from './sealed-files';
