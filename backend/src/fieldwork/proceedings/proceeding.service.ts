import { Injectable } from '@nestjs/common';
import { CaseService, type LockedCase } from '../../casefile';
import { citation, InvalidInput, newId, type RequestContext } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { DeadlineRules, BASIS_NAMES } from '../../support/deadlines';
import { ReferenceData } from '../../support/reference';
import type { ProceedingClockResponse, ProceedingKindResponse } from './dto/proceeding-kind.response';
import type { RecordProceedingRequest } from './dto/proceeding.request';
import { ProceedingEntity } from './entities';
import { ProceedingClocks } from './proceeding-clocks';
import {
  choicesOf,
  findProceeding,
  opensWith,
  proceedingErrors,
  PROCEEDINGS,
  type ProceedingRule,
  recordingOf,
} from './proceedings.rules';

/** 法律程序: steps of police, procuratorate, court, legal aid and school, with the clocks of the law. */
@Injectable()
export class ProceedingService {
  constructor(
    private readonly cases: CaseService,
    private readonly clocks: ProceedingClocks,
    private readonly rules: DeadlineRules,
    private readonly crypto: FieldCrypto,
    private readonly reference: ReferenceData,
  ) {}

  /** 登记法律程序, as the own organ's act or on its behalf. @throws InvalidInput 422, ActionRefused 409 */
  async record(tx: Tx, locked: LockedCase, dto: RecordProceedingRequest): Promise<void> {
    const rule = findProceeding(dto.kind);
    if (rule === undefined) throw new InvalidInput({ kind: ['请从列表中选择一项'] });
    const errors = proceedingErrors(rule, dto, tx.actor, tx.now);
    if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
    await this.requireAgencies(tx, locked, rule, dto);
    await this.cases.apply(tx, locked, {
      action: 'record-proceeding',
      note: [rule.name, dto.note].filter(Boolean).join('：'),
      data: { kind: dto.kind, ...(dto.result === undefined ? {} : { result: dto.result }) },
    });
    const closed = await this.clocks.close(tx, locked.id, rule.closes ?? [], dto.regardingId);
    const id = await this.store(tx, locked, rule, dto);
    for (const clock of opensWith(rule, dto.result))
      await this.clocks.open(tx, locked, clock, {
        recordId: id,
        happenedAt: new Date(dto.happenedAt),
        variant: dto.variant,
        addresseeAgencyId: dto.addresseeAgencyId,
        closed,
      });
  }

  /** The steps this person may record, in the order of the road. */
  kindsFor({ actor }: RequestContext): ProceedingKindResponse[] {
    return Object.entries<ProceedingRule>(PROCEEDINGS).flatMap(([kind, rule]) => {
      const recording = recordingOf(actor, rule.organ);
      return recording === null ? [] : [this.kindView(kind, rule, recording === 'on-behalf')];
    });
  }

  private kindView(kind: string, rule: ProceedingRule, onBehalf: boolean): ProceedingKindResponse {
    return {
      kind,
      name: rule.name,
      organKind: rule.organ,
      organName: this.reference.codeName('AGENCY_KINDS', rule.organ) ?? rule.organ,
      onBehalf,
      results: Object.entries(rule.results ?? {}).map(([code, name]) => ({ code, name })),
      variants: [...choicesOf(rule)],
      needsAddressee: rule.opens?.some(({ owner }) => owner === 'addressee') ?? false,
      opens: (rule.opens ?? []).map((clock) => this.clockView(clock.rule, clock.variant)),
      closes: (rule.closes ?? []).map((id) => this.clockView(id)),
      source: citation(rule.source),
    };
  }

  private clockView(ruleId: string, variant?: string): ProceedingClockResponse {
    const { name, basis } = this.rules.getRule(ruleId);
    return {
      ruleId,
      name: variant === undefined ? name : `${name}（${variant}）`,
      basisName: BASIS_NAMES[basis],
    };
  }

  /** The organ is of the right kind, the addressed unit one of the district, and neither must not know of the case. */
  private async requireAgencies(
    tx: Tx,
    locked: LockedCase,
    rule: ProceedingRule,
    { agencyId, addresseeAgencyId }: RecordProceedingRequest,
  ): Promise<void> {
    if (agencyId !== undefined) {
      const organ = this.reference.requireAgency(tx.actor.districtCode, agencyId, 'agencyId');
      const isOther = recordingOf(tx.actor, rule.organ) === 'own' && organ.id !== tx.actor.agencyId;
      if (organ.kind !== rule.organ || isOther)
        throw new InvalidInput({ agencyId: ['这一步不由这个单位办理，请重新选择'] });
    }
    if (addresseeAgencyId === undefined) return;
    this.reference.requireAgency(tx.actor.districtCode, addresseeAgencyId, 'addresseeAgencyId');
    if ((await this.cases.excludedAmong(tx, locked.id, [addresseeAgencyId])).size > 0)
      throw new InvalidInput({ addresseeAgencyId: ['该单位不能知道此案；不要选单位，在说明中写明'] });
  }

  private async store(
    tx: Tx,
    locked: LockedCase,
    rule: ProceedingRule,
    dto: RecordProceedingRequest,
  ): Promise<string> {
    const id = newId(tx.now.getTime());
    const isOwn = recordingOf(tx.actor, rule.organ) === 'own';
    const { number, person, note } = dto;
    tx.insert(ProceedingEntity, {
      id,
      districtCode: tx.actor.districtCode,
      caseId: locked.id,
      kind: dto.kind,
      happenedAt: new Date(dto.happenedAt),
      result: dto.result ?? null,
      variant: dto.variant ?? null,
      organAgencyId: isOwn ? tx.actor.agencyId : (dto.agencyId ?? null),
      addresseeAgencyId: dto.addresseeAgencyId ?? null,
      onBehalf: !isOwn,
      body: await this.crypto.encryptJson(locked.childId, 'proceeding.body', id, { number, person, note }),
      recordedBy: tx.actor.userId,
      recordedAt: tx.now,
    });
    return id;
  }
}
