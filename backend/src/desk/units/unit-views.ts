import { Injectable } from '@nestjs/common';
import { localDate } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { ReferenceData } from '../../support/reference';
import type { UnitDutyResponse, UnitItemResponse, UnitRecordResponse } from './dto/unit.response';
import type { SealedRecord } from './unit.service';
import { factsOf } from './unit-words.rules';
import { dutiesOf, type Duty, dutyRule, isAsked, recordable, type UnitPlace } from './unit.rules';

export type UnitRow = UnitPlace & { readonly name: string; readonly regionCode: string };

/** The standing record of one duty of one unit, with its clock. */
export interface StandingRow {
  readonly agency_id: string;
  readonly duty: Duty;
  readonly starts_on: string;
  readonly ends_on: string | null;
  readonly due_at: Date | null;
}

export interface RecordRow {
  readonly id: string;
  readonly duty: Duty;
  readonly starts_on: string;
  readonly ends_on: string | null;
  readonly body: Buffer;
  readonly on_behalf: boolean;
  readonly replaced: boolean;
  readonly recorded_by_name: string;
  readonly recorded_at: Date;
}

const STATES: Readonly<Record<UnitDutyResponse['state'], string>> = {
  unregistered: '未登记',
  registered: '已登记',
  ended: '已撤销（离岗）',
  overdue: '已超期',
};

/** Units and their records as screens show them. */
@Injectable()
export class UnitViews {
  constructor(
    private readonly reference: ReferenceData,
    private readonly crypto: FieldCrypto,
  ) {}

  item(unit: UnitRow, standing: readonly StandingRow[], now: Date): UnitItemResponse {
    const { id, name, kind, regionCode, supervisorAgencyId } = unit;
    return {
      id,
      name,
      kind,
      kindName: this.reference.agency(id)?.kindName ?? kind,
      regionName: this.reference.region(regionCode)?.name ?? regionCode,
      supervisorName:
        supervisorAgencyId === null ? null : (this.reference.agency(supervisorAgencyId)?.name ?? null),
      duties: dutiesOf(kind).map((duty) =>
        dutyView(
          kind,
          duty,
          standing.find((row) => row.agency_id === id && row.duty === duty),
          now,
        ),
      ),
    };
  }

  record(tx: Tx, unit: UnitPlace, row: RecordRow): Promise<UnitRecordResponse> {
    return this.opened(row).then(({ values, reason }) => ({
      id: row.id,
      duty: row.duty,
      dutyName: dutyRule(row.duty).name,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      facts: factsOf(row.duty, values),
      values: { ...values },
      onBehalf: row.on_behalf,
      recordedByName: row.recorded_by_name,
      recordedAt: row.recorded_at.toISOString(),
      reason,
      replaced: row.replaced,
      correctable: !row.replaced && recordable(tx.actor, unit).includes(row.duty),
    }));
  }

  private async opened({ id, body }: RecordRow): Promise<SealedRecord> {
    return (await this.crypto.decryptJson(id, 'unit_record.body', id, body)) as SealedRecord;
  }
}

function dutyView(kind: string, duty: Duty, row: StandingRow | undefined, now: Date): UnitDutyResponse {
  const { name, source, clock } = dutyRule(duty);
  const state = stateOf(row, now);
  return {
    duty,
    name,
    source,
    asked: isAsked(duty, kind),
    yearly: clock !== undefined,
    state,
    stateName: STATES[state],
    latestOn: row?.starts_on ?? null,
    dueAt: row?.due_at?.toISOString() ?? null,
  };
}

function stateOf(row: StandingRow | undefined, now: Date): UnitDutyResponse['state'] {
  if (row === undefined) return 'unregistered';
  if (row.ends_on !== null && row.ends_on < localDate(now)) return 'ended';
  return row.due_at !== null && row.due_at < now ? 'overdue' : 'registered';
}
