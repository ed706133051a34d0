import { Global, Module } from '@nestjs/common';
import { DraftService } from './draft.service';
import { DraftsController } from './drafts.controller';

/** 草稿. */
@Global()
@Module({ controllers: [DraftsController], providers: [DraftService], exports: [DraftService] })
export class DraftsModule {}
