export class StateResponse {
  code: string;
  label: string;
  initial: boolean;
  final: boolean;
}

export class StateActionResponse {
  action: string;
  label: string;
  from: string[];
  /** Null: the action is recorded and the state stays. */
  to: string | null;
  /** A condition is asked when it is taken; the screen then says what is missing. */
  guarded: boolean;
  source: string | null;
  /** Names of the roles; empty when the system does it. */
  roles: string[];
  /** On which side one must stand, or the step of the system. */
  side: string | null;
}

export class StateTableResponse {
  name: string;
  title: string;
  states: StateResponse[];
  actions: StateActionResponse[];
}

export class StateTablesResponse {
  tables: StateTableResponse[];
}
