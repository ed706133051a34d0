import { Global, Module } from '@nestjs/common';
import { ReferenceController } from './reference.controller';
import { ReferenceData } from './reference-data';

/** 基础数据. */
@Global()
@Module({ controllers: [ReferenceController], providers: [ReferenceData], exports: [ReferenceData] })
export class ReferenceModule {}
