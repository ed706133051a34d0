import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel';
import { type Agency, ReferenceData } from '../../support/reference';
import type { WatchPlace } from './watch/watch-item.workflow';

/** Who stands where in the three levels, and who steps in where nobody has an account (district backstop, D). */
@Injectable()
export class Places {
  constructor(private readonly reference: ReferenceData) {}

  placeOf(agencyKind: string): WatchPlace {
    return agencyKind === 'village' || agencyKind === 'township' ? agencyKind : 'district';
  }

  /** The committees of a village. */
  villagesOf(districtCode: string, regionCode: string): Agency[] {
    return this.reference
      .agenciesOfKind(districtCode, 'village', regionCode)
      .filter((agency) => agency.regionCode === regionCode);
  }

  /** The township stations above a place, or of the place itself. */
  stationsOf(districtCode: string, regionCode: string): Agency[] {
    return this.reference
      .agenciesOfKind(districtCode, 'township', regionCode)
      .filter((agency) => this.reference.isWithin(regionCode, agency.regionCode));
  }

  districtOf(districtCode: string, kind: 'civil_affairs' | 'intake'): Agency[] {
    return this.reference.agenciesOfKind(districtCode, kind);
  }

  /** Whether anybody of the agency can sign in to do this work. */
  hasPeople(agency: Pick<Agency, 'id'>): boolean {
    return this.reference.hasPeople(agency.id, 'watch.visit');
  }

  /** The nearest agency with people, from the village up, passing over those who must not know. Throws in a district without civil affairs. */
  nearestWithPeople(districtCode: string, regionCode: string, excluded: ReadonlySet<string>): Agency {
    const [desk] = this.districtOf(districtCode, 'civil_affairs');
    const found =
      this.reference.whoActs({
        districtCode,
        regionCode,
        permission: 'watch.visit',
        from: 'village',
        excluded,
      }) ?? desk;
    if (found === undefined) throw new Error(`District ${districtCode} has no civil affairs agency`);
    return found;
  }

  /** The township that answers for a place, or civil affairs where it has nobody. */
  stationOrDistrict(
    districtCode: string,
    regionCode: string,
    excluded: ReadonlySet<string> = new Set(),
  ): Agency {
    return this.nearestWithPeople(
      districtCode,
      regionCode,
      new Set([...excluded, ...this.villagesOf(districtCode, regionCode).map(({ id }) => id)]),
    );
  }

  /** Whether a place is the actor's own: the village itself, the township with its villages, the whole district. */
  isOwn(actor: Actor, regionCode: string): boolean {
    if (this.reference.region(regionCode)?.districtCode !== actor.districtCode) return false;
    switch (this.placeOf(actor.agencyKind)) {
      case 'village':
        return regionCode === actor.regionCode;
      case 'township':
        return this.reference.isWithin(regionCode, actor.regionCode);
      case 'district':
        return true;
    }
  }

  /** The villages in these places; a place without villages of its own counts as one. */
  villagesWithin(districtCode: string, regions: readonly string[]): string[] {
    const all = this.reference.regionsOf(districtCode);
    const leaves = all.filter(({ code }) => !all.some(({ parentCode }) => parentCode === code));
    return leaves
      .map(({ code }) => code)
      .filter((code) => regions.some((region) => this.reference.isWithin(code, region)));
  }
}
