export class DemoAccountResponse {
  role: string;
  roleName: string;
  username: string;
  password: string;
  /** What to try first with this account. */
  hint: string;
}

export class DemoClockResponse {
  now: string;
}
