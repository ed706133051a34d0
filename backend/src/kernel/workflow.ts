import { ActionRefused } from './errors';

/** A guard looks at facts that were read under the lock and says in Chinese why not, or null when it may go on. */
export type Guard<Facts> = (facts: Facts) => string | null;

export interface Transition<State extends string, Facts> {
  readonly label: string;
  readonly from: readonly State[];
  /** Absent: the action is recorded and the state stays. */
  readonly to?: State;
  readonly guard?: Guard<Facts>;
  /** Law or rule the transition rests on. */
  readonly source?: string;
}

export interface WorkflowDefinition<State extends string, Action extends string, Facts> {
  readonly name: string;
  readonly initial: readonly State[];
  /** Declared: nothing leads out of them, and something leads out of every other. */
  readonly final: readonly NoInfer<State>[];
  readonly states: Readonly<Record<State, string>>;
  readonly transitions: Readonly<Record<Action, Transition<State, Facts>>>;
}

export interface AllowedAction {
  readonly action: string;
  readonly label: string;
  /** Why it is not possible yet; absent when it is. */
  readonly reason?: string;
}

/** A table of transitions, frozen to the last line; the start of the application checks every one (support/workflows). */
export class Workflow<State extends string, Action extends string, Facts> {
  readonly definition: WorkflowDefinition<State, Action, Facts>;

  constructor(definition: WorkflowDefinition<State, Action, Facts>) {
    this.definition = deepFreeze(definition);
  }

  get actions(): Action[] {
    return Object.keys(this.definition.transitions) as Action[];
  }

  /** The state after `action`, or ActionRefused (409) with the reason and what is possible now. */
  next(action: Action, state: State, facts: Facts): State {
    const transition = this.definition.transitions[action];
    const reason = this.refusal(action, state, facts);
    if (reason !== null) {
      const possible = this.allowed(state, facts).filter((item) => item.reason === undefined);
      throw new ActionRefused(reason, possible);
    }
    return transition.to ?? state;
  }

  /** Every action the state offers; one whose guard refuses carries the reason. */
  allowed(state: State, facts: Facts): AllowedAction[] {
    return this.actions
      .filter((action) => this.definition.transitions[action].from.includes(state))
      .map((action) => {
        const { label, guard } = this.definition.transitions[action];
        const reason = guard?.(facts) ?? null;
        return reason === null ? { action, label } : { action, label, reason };
      });
  }

  private refusal(action: Action, state: State, facts: Facts): string | null {
    const transition = this.definition.transitions[action];
    if (!transition.from.includes(state)) {
      return `当前是「${this.definition.states[state]}」，不能${transition.label}。`;
    }
    return transition.guard?.(facts) ?? null;
  }
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
