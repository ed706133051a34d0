import type { WorkflowDefinition } from '../../kernel';
import type { Permission } from '../access';

/** A table with its types forgotten, so that one reader serves them all. */
export type AnyDefinition = WorkflowDefinition<string, string, never>;

/** What takes an action that has no route of its own: another route (`cases/:id/actions/…`), or the system. */
export type Caller = { readonly route: string } | { readonly system: string };

/** 状态表: a workflow with what the house knows about it: its name, its routes, who may do what. */
export interface StateTable {
  readonly title: string;
  readonly workflow: { readonly definition: AnyDefinition };
  /** The noun of its routes: POST /<noun>/:id/actions/<action>. */
  readonly noun: string;
  /** Below backend/src: where its diagram stands. */
  readonly readme: string;
  /** The right each action needs; its route must ask for the same. */
  readonly permissions?: Readonly<Record<string, Permission>>;
  /** Who stands on the right side for it, in words of the screen. */
  readonly sides?: Readonly<Record<string, string>>;
  readonly callers?: Readonly<Record<string, Caller>>;
}

/** The route of an action; undefined when only the system takes it. */
export function routeOf({ noun, callers }: StateTable, action: string): string | undefined {
  const caller = callers?.[action];
  if (caller === undefined) return actionRoute(noun, action);
  return 'route' in caller ? caller.route : undefined;
}

export function actionRoute(noun: string, action: string): string {
  return `${noun}/:id/actions/${action}`;
}
