import type { Permission } from '../access';
import type { Agency } from './reference.types';

/** A duty at a place, and who must not know of it. */
export interface Duty {
  readonly districtCode: string;
  readonly regionCode: string;
  readonly permission: Permission;
  /** The lowest level that can be asked at all; a case is never a village's own. */
  readonly from: 'village' | 'township';
  readonly excluded: ReadonlySet<string>;
}

/** The three levels, from the inside out (plan (四)12); at the district civil affairs, then the desk that takes reports in (D). */
const LEVELS = ['village', 'township', 'civil_affairs', 'intake'] as const;
export const DISTRICT_DESKS: readonly string[] = ['civil_affairs', 'intake'];

interface Places {
  agenciesOfKind(districtCode: string, kind: string, regionCode?: string): readonly Agency[];
  isWithin(code: string, ancestor: string): boolean;
  hasPeople(agencyId: string, permission: Permission): boolean;
}

/**
 * 区级兜底: who acts for a place, so that no duty lands where nobody can sign in. The nearest level with an account that may
 * do it; who must not know is passed over. Undefined: nobody in the district can.
 */
export function whoActs(places: Places, duty: Duty): Agency | undefined {
  const { districtCode, regionCode, permission, excluded } = duty;
  return LEVELS.slice(LEVELS.indexOf(duty.from))
    .flatMap((kind) => places.agenciesOfKind(districtCode, kind, regionCode))
    .find(
      (agency) =>
        places.isWithin(regionCode, agency.regionCode) &&
        !excluded.has(agency.id) &&
        places.hasPeople(agency.id, permission),
    );
}
