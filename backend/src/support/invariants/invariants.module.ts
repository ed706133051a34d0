import { type DynamicModule, Module } from '@nestjs/common';
import type { Invariant } from '../../kernel';
import { InvariantChecker, INVARIANTS } from './invariant-checker';

/** 不变式: looked at every hour. The list comes from the composition root, which alone knows every room. */
@Module({})
export class InvariantsModule {
  static forRoot(invariants: readonly Invariant[]): DynamicModule {
    return {
      module: InvariantsModule,
      global: true,
      providers: [{ provide: INVARIANTS, useValue: invariants }, InvariantChecker],
      exports: [InvariantChecker],
    };
  }
}
