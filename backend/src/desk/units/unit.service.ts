import { Injectable } from '@nestjs/common';
import { requireSound } from '../../casefile';
import { ActionRefused, InvalidInput, newId, NotVisible, type RequestContext } from '../../kernel';
import { FieldCrypto, FileKeyStore } from '../../platform/crypto';
import { holdUntilEnd, type Tx, visibility } from '../../platform/database';
import { AuditLog } from '../../support/audit';
import { Commands } from '../../support/commands';
import type { CorrectionRequest } from './dto/unit.request';
import { UnitRecordEntity } from './entities';
import { UnitClocks } from './unit-clocks';
import { recordErrors } from './unit-form.rules';
import { daysOf, valuesOf } from './unit-words.rules';
import { type Duty, dutyRule, recordable, recordsOnBehalf, type UnitPlace } from './unit.rules';

export type LockedUnit = UnitPlace & { readonly name: string };

/** What is sealed in a record. */
export interface SealedRecord {
  readonly values: Readonly<Record<string, string | number>>;
  readonly reason: string | null;
}

/** 登记: records are appended; a correction replaces one, with its reason, and the clock counts from what now stands. */
@Injectable()
export class UnitService {
  constructor(
    private readonly commands: Commands,
    private readonly crypto: FieldCrypto,
    private readonly keys: FileKeyStore,
    private readonly clocks: UnitClocks,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NotVisible 404, ActionRefused 409 when the record is not this person's to make, InvalidInput 422 */
  record(ctx: RequestContext, unitId: string, duty: Duty, dto: CorrectionRequest): Promise<string> {
    return this.commands.run(
      ctx,
      async (tx) => {
        const unit = await this.lock(tx, unitId);
        if (!recordable(tx.actor, unit).includes(duty))
          throw new ActionRefused(`${dutyRule(duty).name}不由您为这个单位登记。`);
        const values = valuesOf(duty, dto);
        requireSound(recordErrors(duty, values, tx.now));
        await this.requireCorrectable(tx, unit, duty, dto);
        await this.write(tx, unit, duty, dto, values);
        await this.clocks.follow(tx, unit, duty, dto.replacesId !== undefined);
        this.audit.record(tx, {
          action: `unit.${dto.replacesId === undefined ? dutyRule(duty).action : 'correct'}`,
          subjectKind: 'agency',
          subjectId: unitId,
        });
        return unitId;
      },
      unitId,
    );
  }

  private async write(
    tx: Tx,
    unit: LockedUnit,
    duty: Duty,
    dto: CorrectionRequest,
    values: SealedRecord['values'],
  ): Promise<void> {
    const id = newId(tx.now.getTime());
    const sealed: SealedRecord = {
      values,
      reason: dto.replacesId === undefined ? null : (dto.reason ?? null),
    };
    // A key first, the row later: nothing is ever sealed under a key that may be lost.
    await this.keys.createKeys([id]);
    tx.insert(UnitRecordEntity, {
      id,
      districtCode: tx.actor.districtCode,
      agencyId: unit.id,
      duty,
      ...daysOf(duty, values),
      body: await this.crypto.encryptJson(id, 'unit_record.body', id, sealed),
      onBehalf: recordsOnBehalf(tx.actor, unit, duty),
      replacesId: dto.replacesId ?? null,
      recordedBy: tx.actor.userId,
      recordedAt: tx.now,
    });
  }

  /** A record of this unit and duty that nothing replaced yet, and why it was wrong. */
  private async requireCorrectable(
    tx: Tx,
    unit: LockedUnit,
    duty: Duty,
    { replacesId, reason }: CorrectionRequest,
  ): Promise<void> {
    if (replacesId === undefined) return;
    if ((reason ?? '').trim() === '') throw new InvalidInput({ reason: ['请写明为什么更正'] });
    const [row] = await tx.query<{ replaced: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM unit_record x WHERE x.replaces_id = u.id) AS replaced FROM unit_record u
        WHERE u.id = $1 AND u.agency_id = $2 AND u.duty = $3`,
      [replacesId, unit.id, duty],
    );
    if (row === undefined) throw new InvalidInput({ replacesId: ['请从记录中选择要更正的一条'] });
    if (row.replaced) throw new ActionRefused('这条记录已经更正过，请更正最新的一条。');
  }

  /** One command of a unit at a time: the application may not change agencies, so it locks their number. */
  private async lock(tx: Tx, id: string): Promise<LockedUnit> {
    await holdUntilEnd(tx, 'unit', id);
    const [unit] = await tx.query<LockedUnit>(
      `SELECT a.id, a.name, a.kind, a.supervisor_agency_id AS "supervisorAgencyId" FROM agency a
        WHERE a.id = $1 AND a.district_code = ctx_district() AND ${visibility.unit('a')}`,
      [id],
    );
    if (unit !== undefined) return unit;
    await this.audit.refused(tx.ctx, 'unit.lock', { subjectKind: 'agency', subjectId: id });
    throw new NotVisible();
  }
}
