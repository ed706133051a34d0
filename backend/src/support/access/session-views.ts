import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type AccountRole, newId, type RequestContext, type Role, roleName } from '../../kernel';
import { MasterKeys } from '../../platform/crypto';
import { Clock } from '../../platform/database';
import { Directory } from './directory';
import type { SessionResponse } from './dto/session.response';
import { InstallationKind } from './installation-kind';
import { permissionsOf } from './permissions';
import type { Session } from './session.service';

/** What a screen needs to know about who is signed in. */
@Injectable()
export class SessionViews {
  private readonly draftKey: Buffer;

  constructor(
    private readonly directory: Directory,
    private readonly installation: InstallationKind,
    private readonly clock: Clock,
    masters: MasterKeys,
  ) {
    this.draftKey = masters.deriveKey('session-draft');
  }

  async render(session: Session): Promise<SessionResponse> {
    const { actor } = session;
    const profile = await this.directory.getProfile(contextOf(session, 'session.read'));
    const now = this.clock.now();
    // Sessions end by real time even where the clock is moved; the screen compares with `now`.
    const remainingMs = session.expiresAt.getTime() - Date.now();
    return {
      user: {
        id: actor.userId,
        username: profile.username,
        displayName: actor.displayName,
        role: accountRole(actor.role),
        roleName: roleName(actor.role),
      },
      agency: {
        id: actor.agencyId,
        name: profile.agencyName,
        kind: actor.agencyKind,
        kindName: profile.agencyKindName,
      },
      district: { code: actor.districtCode, name: profile.districtName },
      permissions: permissionsOf(actor.role),
      draftKey: createHmac('sha256', this.draftKey).update(session.id).digest('base64'),
      installation: { kind: await this.installation.get() },
      now: now.toISOString(),
      expiresAt: new Date(now.getTime() + remainingMs).toISOString(),
    };
  }
}

/** The system acts without a session, so no session has its role. */
function accountRole(role: Role): AccountRole {
  if (role === 'system') throw new Error('The system has no session');
  return role;
}

/** A context for what happens around a session itself, outside any guarded route. */
export function contextOf(session: Session, route: string): RequestContext {
  return { actor: session.actor, requestId: newId(), route };
}
