import type { AccountRole } from '../../../kernel';

export class DemoAccountResponse {
  role: AccountRole;
  roleName: string;
  /** Where the account works: district, township, village, or a unit such as a school. */
  level: 'district' | 'township' | 'village' | 'unit';
  username: string;
  password: string;
  /** What to try first with this account. */
  hint: string;
}

export class DemoClockResponse {
  now: string;
}
