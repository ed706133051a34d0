import { Injectable } from '@nestjs/common';
import { CaseService, type FieldErrors, type LockedCase, pastInstantErrors } from '../../casefile';
import { InvalidInput, type LocalDate, localDate, newId, startOfDay } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import type {
  DecideMeasureRequest,
  EndMeasureRequest,
  ExtendMeasureRequest,
  ServeMeasureRequest,
} from './dto/measure.request';
import { MeasureServiceEntity } from './entities';
import { MeasureClocks } from './measure-clocks';
import { dayErrors } from './measure-form.rules';
import { findMeasure, type MeasureRule, type MeasureState, PO_MEASURES } from './measures.rules';

interface MeasureRow {
  id: string;
  kind: string;
  state: MeasureState;
  expires_on: LocalDate | null;
  body: Buffer;
}
interface Found {
  readonly row: MeasureRow;
  readonly rule: MeasureRule;
}

/** What happens to a measure after it was recorded: decided, served, extended, ended. */
@Injectable()
export class MeasureSteps {
  constructor(
    private readonly cases: CaseService,
    private readonly clocks: MeasureClocks,
    private readonly crypto: FieldCrypto,
  ) {}

  /** 登记裁定、判决 on an application. @throws InvalidInput 422, ActionRefused 409 */
  async decide(tx: Tx, locked: LockedCase, dto: DecideMeasureRequest): Promise<void> {
    await this.cases.apply(tx, locked, {
      action: 'decide-measure',
      ...(dto.note === undefined ? {} : { note: dto.note }),
      data: { measureId: dto.measureId, granted: dto.granted },
    });
    const { row, rule } = await this.find(tx, locked.id, dto.measureId, ['applied']);
    const isOrder = row.kind === 'protection-order';
    refuse({ ...pastDayErrors('decidedOn', dto.decidedOn, tx.now), ...decisionErrors(rule, isOrder, dto) });
    const state = !dto.granted ? 'refused' : rule.lasts === 'at-once' ? 'done' : 'in_force';
    const expiresOn = dto.granted && isOrder ? dto.expiresOn : undefined;
    await tx.execute(
      `UPDATE measure SET state = $2, decided_on = $3, expires_on = $4, body = $5, terms = CASE WHEN $6::text[] = '{}' THEN terms ELSE $6::text[] END WHERE id = $1`,
      [
        row.id,
        state,
        dto.decidedOn,
        expiresOn ?? null,
        await this.withNumber(locked, row, dto),
        dto.terms ?? [],
      ],
    );
    if (isOrder) await this.clocks.protectionDecided(tx, locked, row.id, dto.decidedOn, expiresOn);
    if (row.kind === 'revocation')
      await this.clocks.revocationDecided(tx, locked, row.id, dto.decidedOn, dto.granted);
  }

  /** 登记送达. */
  async serve(tx: Tx, locked: LockedCase, dto: ServeMeasureRequest): Promise<void> {
    await this.cases.apply(tx, locked, {
      action: 'serve-measure',
      data: { measureId: dto.measureId, party: dto.party },
    });
    const { row, rule } = await this.find(tx, locked.id, dto.measureId, [
      'done',
      'in_force',
      'refused',
      'ended',
    ]);
    refuse({
      ...pastInstantErrors('servedAt', dto.servedAt, tx.now),
      ...(rule.serve?.includes(dto.party) === true ? {} : { party: ['这项文书不需要送达给这一方'] }),
    });
    const id = newId(tx.now.getTime());
    const { person, note } = dto;
    tx.insert(MeasureServiceEntity, {
      id,
      districtCode: tx.actor.districtCode,
      caseId: locked.id,
      measureId: row.id,
      party: dto.party,
      servedAt: new Date(dto.servedAt),
      body: await this.crypto.encryptJson(locked.childId, 'measure_service.body', id, { person, note }),
      recordedBy: tx.actor.userId,
      recordedAt: tx.now,
    });
  }

  /** 延长, before the measure runs out (反家庭暴力法30). */
  async extend(tx: Tx, locked: LockedCase, dto: ExtendMeasureRequest): Promise<void> {
    await this.cases.apply(tx, locked, {
      action: 'extend-measure',
      ...(dto.note === undefined ? {} : { note: dto.note }),
      data: { measureId: dto.measureId },
    });
    const { row, rule } = await this.find(tx, locked.id, dto.measureId, ['in_force']);
    if (rule.extendable !== true) throw new InvalidInput({ measureId: ['这项措施不能延长'] });
    refuse(pastDayErrors('decidedOn', dto.decidedOn, tx.now));
    refuse(extensionErrors(rule, row, dto));
    await tx.execute('UPDATE measure SET expires_on = $2, body = $3 WHERE id = $1', [
      row.id,
      dto.expiresOn,
      await this.withNumber(locked, row, dto),
    ]);
    if (row.kind === 'protection-order')
      await this.clocks.protectionExtended(tx, locked, row.id, dto.decidedOn, dto.expiresOn);
  }

  /** 结束: 期满, 撤销, 变更, 履行完毕; an application that waits is withdrawn. */
  async end(tx: Tx, locked: LockedCase, dto: EndMeasureRequest): Promise<void> {
    await this.cases.apply(tx, locked, {
      action: 'end-measure',
      note: dto.note,
      data: { measureId: dto.measureId, result: dto.result },
    });
    const { row } = await this.find(tx, locked.id, dto.measureId, ['applied', 'in_force']);
    if ((dto.result === 'WITHDRAWN') !== (row.state === 'applied'))
      throw new InvalidInput({ result: ['还没有决定的申请只能撤回，执行中的措施不能撤回'] });
    refuse(pastDayErrors('endedOn', dto.endedOn, tx.now));
    await tx.execute(`UPDATE measure SET state = 'ended', end_result = $2, ended_on = $3 WHERE id = $1`, [
      row.id,
      dto.result,
      dto.endedOn,
    ]);
    await this.clocks.ended(tx, row.id);
  }

  private async find(
    tx: Tx,
    caseId: string,
    measureId: string,
    states: readonly MeasureState[],
  ): Promise<Found> {
    const [row] = await tx.query<MeasureRow>(
      `SELECT m.id, m.kind, m.state, m.expires_on::text AS expires_on, m.body FROM measure m
        WHERE m.id = $1 AND m.case_id = $2 AND m.state = ANY ($3)`,
      [measureId, caseId, states],
    );
    const rule = row === undefined ? undefined : findMeasure(row.kind);
    if (row === undefined || rule === undefined)
      throw new InvalidInput({ measureId: ['请从本个案可以这样办理的措施中选择'] });
    return { row, rule };
  }

  /** The number of the ruling is kept beside that of the application. */
  private async withNumber(
    locked: LockedCase,
    row: MeasureRow,
    { number, note }: { readonly number?: string; readonly note?: string },
  ): Promise<Buffer> {
    const body = (await this.crypto.decryptJson(locked.childId, 'measure.body', row.id, row.body)) as object;
    return this.crypto.encryptJson(locked.childId, 'measure.body', row.id, {
      ...body,
      ...(number === undefined ? {} : { rulingNumber: number }),
      ...(note === undefined ? {} : { rulingNote: note }),
    });
  }
}

/** A granted order says until when; it may grant other measures than were asked for. */
function decisionErrors(rule: MeasureRule, isOrder: boolean, dto: DecideMeasureRequest): FieldErrors {
  if (dto.terms?.some((code) => !Object.hasOwn(PO_MEASURES, code)) === true)
    return { terms: ['请从列表中选择'] };
  if (!dto.granted || !isOrder)
    return dto.expiresOn === undefined ? {} : { expiresOn: ['这一项没有期限，请去掉'] };
  if (dto.expiresOn === undefined) return { expiresOn: ['请填写保护令的到期日期'] };
  return isRealDay(dto.decidedOn) ? dayErrors(rule, dto.expiresOn, startOfDay(dto.decidedOn)) : {};
}

function extensionErrors(rule: MeasureRule, row: MeasureRow, dto: ExtendMeasureRequest): FieldErrors {
  const { expires_on: before } = row;
  if (before !== null && before < dto.decidedOn)
    return { measureId: ['这项措施在决定延长之前已经期满，请重新申请'] };
  if (before !== null && dto.expiresOn <= before) return { expiresOn: ['新的到期日期应当晚于原来的'] };
  return dayErrors(rule, dto.expiresOn, startOfDay(dto.decidedOn));
}

function pastDayErrors(field: string, day: LocalDate, now: Date): FieldErrors {
  if (!isRealDay(day)) return { [field]: ['请填写日期'] };
  return day > localDate(now) ? { [field]: ['日期不能晚于今天'] } : {};
}

function isRealDay(day: string): boolean {
  try {
    return localDate(startOfDay(day)) === day;
  } catch {
    return false;
  }
}

function refuse(errors: FieldErrors): void {
  if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
}
