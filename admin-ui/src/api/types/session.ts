/** Shapes of the HTTP API (docs/api.md): who is signed in. */
import type { Role } from './common';

export interface Session {
  user: { id: string; username: string; displayName: string; role: Role; roleName: string };
  agency: { id: string; name: string; kind: string; kindName: string };
  district: { code: string; name: string };
  permissions: string[];
  draftKey: string;
  installation: { kind: 'demo' | 'real' | 'test' };
  now: string;
  expiresAt: string;
}
export interface DemoAccount {
  role: Role;
  roleName: string;
  username: string;
  password: string;
  hint: string;
}
