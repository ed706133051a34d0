import type { AccountRole } from '../../../kernel';

export class DemoAccountResponse {
  role: AccountRole;
  roleName: string;
  username: string;
  password: string;
  /** What to try first with this account. */
  hint: string;
}

export class DemoClockResponse {
  now: string;
}
