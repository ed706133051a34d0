import { Inject, Injectable, type OnModuleInit, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS_RULE, type AccessRule, type Permission } from '../access';
import type { StateTable } from './state-table';
import { type ActionRoutes, stateTableFaults } from './state-table-faults';

/** Every module's state tables; the composition root puts them together. */
export const STATE_TABLES = Symbol('STATE_TABLES');

/** Checks every state table against the routes once, at the start: a broken one stops the process. */
@Injectable()
export class WorkflowRegistry implements OnModuleInit {
  private routes: ActionRoutes = new Map();

  constructor(
    @Inject(STATE_TABLES) readonly tables: readonly StateTable[],
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    this.routes = this.readRoutes();
    const faults = stateTableFaults(this.tables, this.routes);
    if (faults.length > 0) throw new Error(`State tables are broken:\n${faults.join('\n')}`);
  }

  /** The right that the route of an action asks for. */
  permissionOf(route: string): Permission | undefined {
    return this.routes.get(route);
  }

  private readRoutes(): ActionRoutes {
    const controllers = this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
      const noun = metatype === null ? '' : this.reflector.get<string>(PATH_METADATA, metatype);
      return this.scanner
        .getAllMethodNames(prototype)
        .map((name) => ({ noun, handler: prototype[name] as () => unknown }));
    });
    return new Map(
      controllers
        .filter(({ handler }) => this.reflector.get<unknown>(METHOD_METADATA, handler) === RequestMethod.POST)
        .map(({ noun, handler }): [string, Permission | undefined] => {
          const rule = this.reflector.get<AccessRule | undefined>(ACCESS_RULE, handler);
          const path = this.reflector.get<string>(PATH_METADATA, handler);
          return [joined(noun, path), rule && 'permission' in rule ? rule.permission : undefined];
        }),
    );
  }
}

/** A controller may leave the noun to its routes. */
function joined(...parts: readonly string[]): string {
  return parts.join('/').replace(/^\/+/, '');
}
