export { DraftEntity } from './draft.entity';
