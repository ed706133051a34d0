import type { AccountRole } from '../../../kernel';

export class SessionUserResponse {
  id: string;
  username: string;
  displayName: string;
  role: AccountRole;
  roleName: string;
}

export class SessionAgencyResponse {
  id: string;
  name: string;
  kind: string;
  kindName: string;
}

export class SessionDistrictResponse {
  code: string;
  name: string;
}

export class InstallationResponse {
  kind: 'demo' | 'real' | 'test';
}

export class SessionResponse {
  user: SessionUserResponse;
  agency: SessionAgencyResponse;
  district: SessionDistrictResponse;
  permissions: string[];
  /** 32 bytes in base64; encrypts drafts in this browser and dies with the session. */
  draftKey: string;
  installation: InstallationResponse;
  now: string;
  expiresAt: string;
}
