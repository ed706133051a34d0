import { type DynamicModule, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import type { StateTable } from './state-table';
import { STATE_TABLES, WorkflowRegistry } from './workflow-registry';
import { WorkflowsController } from './workflows.controller';

/** 状态表: checked at the start, shown to everybody who signs in. The list comes from the composition root. */
@Module({})
export class WorkflowsModule {
  static forRoot(tables: readonly StateTable[]): DynamicModule {
    return {
      module: WorkflowsModule,
      imports: [DiscoveryModule],
      controllers: [WorkflowsController],
      providers: [{ provide: STATE_TABLES, useValue: tables }, WorkflowRegistry],
    };
  }
}
