import { Injectable } from '@nestjs/common';
import { InvalidInput } from '../../../kernel';
import type { Tx } from '../../../platform/database';
import { WatchAccessEntity, WatchExclusionEntity } from '../entities';
import { Places } from '../places';

export type ExclusionHint = 'VILLAGE' | 'TOWNSHIP';

/** Who sees a watched child, and who must not know (谁不能知道?). Exclusions win over every reason to see. */
@Injectable()
export class WatchExclusions {
  constructor(private readonly places: Places) {}

  /** Village, township, civil affairs and intake; nobody else by default. */
  grant(tx: Tx, watchItemId: string, regionCode: string): void {
    const { districtCode } = tx.actor;
    const reasons = {
      village: this.places.villagesOf(districtCode, regionCode),
      township: this.places.stationsOf(districtCode, regionCode),
      civil_affairs: this.places.districtOf(districtCode, 'civil_affairs'),
      intake: this.places.districtOf(districtCode, 'intake'),
    };
    for (const [reason, agencies] of Object.entries(reasons))
      for (const { id: principalId } of agencies)
        tx.insert(WatchAccessEntity, { watchItemId, principalId, districtCode, reason, validFrom: tx.now });
  }

  /**
   * The agencies a hint means. @throws InvalidInput at `field` when the actor would exclude the own level or one above:
   * a village cannot hide a child from the township.
   */
  agenciesOf(
    tx: Tx,
    hints: readonly ExclusionHint[],
    regionCode: string,
    field: string,
  ): ReadonlyMap<string, ExclusionHint> {
    const { districtCode, agencyKind } = tx.actor;
    const place = this.places.placeOf(agencyKind);
    const allowed: readonly ExclusionHint[] =
      place === 'district' ? ['VILLAGE', 'TOWNSHIP'] : place === 'township' ? ['VILLAGE'] : [];
    if (hints.some((hint) => !allowed.includes(hint)))
      throw new InvalidInput({ [field]: ['只能设置下级单位不能知道；本级不能知道的，请直接「我要报告」'] });
    const named = hints.flatMap((hint) =>
      (hint === 'VILLAGE'
        ? this.places.villagesOf(districtCode, regionCode)
        : this.places.stationsOf(districtCode, regionCode)
      ).map(({ id }): [string, ExclusionHint] => [id, hint]),
    );
    return new Map(named);
  }

  /** Writes down who must not know; known ones stay as they are. */
  async exclude(tx: Tx, watchItemId: string, agencies: ReadonlyMap<string, ExclusionHint>): Promise<void> {
    const known = await this.excluded(tx, watchItemId);
    for (const [principalId, hint] of agencies) {
      if (known.has(principalId)) continue;
      tx.insert(WatchExclusionEntity, {
        watchItemId,
        principalId,
        districtCode: tx.actor.districtCode,
        hint,
        since: tx.now,
      });
    }
  }

  async excluded(tx: Tx, watchItemId: string): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ principal_id: string }>(
      'SELECT x.principal_id FROM watch_exclusion x WHERE x.watch_item_id = $1',
      [watchItemId],
    );
    return new Set(rows.map(({ principal_id: id }) => id));
  }
}
