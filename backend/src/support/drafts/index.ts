export { type Draft, type DraftBody, DraftService } from './draft.service';
export { DraftsModule } from './drafts.module';
export { DraftEntity } from './entities';
