export { IndexKey } from './index-key';
export { PlatformModule, type PlatformParts } from './platform.module';
