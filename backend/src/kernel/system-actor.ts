import type { RequestContext } from './actor';
import { newId } from './ids';

/** The system as an actor: workers, sweeps and seeds write under this id, so a log never names a person for it. */
export const SYSTEM_USER_ID = '00000000-0000-7000-8000-000000000001';

/**
 * The context of a transaction the system runs for a district; `route` says which job. It reads by no principal: under
 * the app role it would see nothing, so it only makes sense with the worker role.
 */
export function systemContext(districtCode: string, route: string): RequestContext {
  return {
    actor: {
      userId: SYSTEM_USER_ID,
      displayName: '系统',
      role: 'system',
      districtCode,
      agencyId: SYSTEM_USER_ID,
      agencyKind: 'system',
      regionCode: districtCode,
      principals: [],
      identities: [],
    },
    requestId: newId(),
    route,
  };
}
