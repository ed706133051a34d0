export { type Change, type ChangeKind, publishChanges } from './changes';
export { ChangeStream } from './change-stream';
export { StreamModule } from './stream.module';
