import { Controller, Get } from '@nestjs/common';
import { citation, roleName, ROLES } from '../../kernel';
import { Can, PERMISSIONS } from '../access';
import { type StateActionResponse, StateTablesResponse } from './dto/state-tables.response';
import { routeOf, type StateTable } from './state-table';
import { WorkflowRegistry } from './workflow-registry';

@Controller('reference')
export class WorkflowsController {
  constructor(private readonly registry: WorkflowRegistry) {}

  /** The state tables by which this installation works; no data of any record. */
  @Get('workflows')
  @Can('reference.read')
  list(): StateTablesResponse {
    return {
      tables: this.registry.tables.map((table) => {
        const { name, initial, final, states, transitions } = table.workflow.definition;
        return {
          name,
          title: table.title,
          states: Object.entries(states).map(([code, label]) => ({
            code,
            label,
            initial: initial.includes(code),
            final: final.includes(code),
          })),
          actions: Object.entries(transitions).map(
            ([action, { label, from, to, guard, source }]): StateActionResponse => ({
              action,
              label,
              from: [...from],
              to: to ?? null,
              guarded: guard !== undefined,
              source: source === undefined ? null : citation(source),
              ...this.whoMay(table, action),
            }),
          ),
        };
      }),
    };
  }

  private whoMay(table: StateTable, action: string): Pick<StateActionResponse, 'roles' | 'side'> {
    const caller = table.callers?.[action];
    if (caller !== undefined && 'system' in caller) return { roles: [], side: caller.system };
    const permission = this.registry.permissionOf(routeOf(table, action) ?? '');
    const roles = permission === undefined ? [] : PERMISSIONS[permission];
    return {
      roles: roles.length === Object.keys(ROLES).length ? ['所有账号'] : roles.map(roleName),
      side: table.sides?.[action] ?? null,
    };
  }
}
