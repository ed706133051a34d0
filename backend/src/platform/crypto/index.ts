export { openChunks, sealChunks } from './chunk-cipher';
export { DecryptionError, KeyDestroyedError, KeyUnwrapError, MasterKeyError } from './crypto-errors';
export {
  DATA_CLASSES,
  DATA_COLUMNS,
  type DataClass,
  type DataColumn,
  type DataColumnRule,
  type KeyOwner,
} from './data-classes';
export { eraseFile, hasErrorCode, makeDirectory, removeFile, syncDirectory } from './durable-files';
export { FieldCrypto } from './field-crypto';
export { FileKeyStore } from './file-key-store';
export type { KeyStore } from './key-store';
export { maskAddress, maskIdNumber, maskName, maskPhone } from './masking';
export { MasterKeys, type MasterKey } from './master-keys';
export { exactToken, fullNameToken, nameTokens, queryTokens, type NameQuery } from './name-tokens';
export { rotateMasterKey } from './rotate-master-key';
export { SpareKeys } from './spare-keys';
