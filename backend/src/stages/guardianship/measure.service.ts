import { Injectable } from '@nestjs/common';
import { CaseService, type LockedCase } from '../../casefile';
import { citation, InvalidInput, type LocalDate, newId, type RequestContext } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { ReferenceData } from '../../support/reference';
import type { MeasureKindResponse } from './dto/measure-kind.response';
import type { IssueMeasureRequest } from './dto/measure.request';
import { MeasureEntity } from './entities';
import { MeasureClocks } from './measure-clocks';
import { type MeasureContext, measureErrors } from './measure-form.rules';
import { recordingOf } from './measure.policy';
import { findMeasure, type MeasureRule, MEASURES, type MeasureState } from './measures.rules';

/** 采取监护干预措施: a step of the ladder, or the application for one. */
@Injectable()
export class MeasureService {
  constructor(
    private readonly cases: CaseService,
    private readonly clocks: MeasureClocks,
    private readonly crypto: FieldCrypto,
    private readonly reference: ReferenceData,
  ) {}

  /** @throws InvalidInput 422, ActionRefused 409 */
  async issue(tx: Tx, locked: LockedCase, dto: IssueMeasureRequest): Promise<void> {
    const rule = findMeasure(dto.kind);
    if (rule === undefined) throw new InvalidInput({ kind: ['请从列表中选择一项'] });
    const context = await contextOf(tx, locked);
    const errors = measureErrors(rule, dto, context, tx.actor, tx.now);
    if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
    this.requireAgency(tx, rule, dto);
    await this.cases.apply(tx, locked, {
      action: 'issue-measure',
      note: `${rule.name}：${dto.facts}`,
      data: { kind: dto.kind, level: rule.level },
    });
    const id = await this.store(tx, locked, rule, dto);
    const at = new Date(dto.happenedAt);
    if (dto.kind === 'protection-order') this.clocks.protectionAsked(tx, locked, id, at, dto.urgent === true);
    if (dto.kind === 'restoration') await this.clocks.restorationAsked(tx, locked);
  }

  /** The ladder, each line with how this person may record it. */
  ladderFor({ actor }: RequestContext): MeasureKindResponse[] {
    const nameOf = (kind: string): string => this.reference.codeName('AGENCY_KINDS', kind) ?? kind;
    return Object.entries<MeasureRule>(MEASURES).map(([kind, rule]) => ({
      kind,
      level: rule.level,
      name: rule.name,
      document: rule.document,
      agencyKinds: [...rule.by],
      byNames: rule.by.map(nameOf).join('、'),
      recording: recordingOf(actor, rule),
      recordedBy: rule.recordedBy ?? null,
      applied: rule.applied === true,
      mayExpire: rule.lasts !== 'at-once' && rule.applied !== true,
      source: citation(rule.source),
    }));
  }

  private requireAgency(tx: Tx, rule: MeasureRule, { agencyId }: IssueMeasureRequest): void {
    if (agencyId === undefined) return;
    const { kind } = this.reference.requireAgency(tx.actor.districtCode, agencyId, 'agencyId');
    const isOther = recordingOf(tx.actor, rule) === 'own' && agencyId !== tx.actor.agencyId;
    if (!rule.by.includes(kind) || isOther)
      throw new InvalidInput({ agencyId: ['这项措施不由这个单位作出，请重新选择'] });
  }

  private async store(
    tx: Tx,
    locked: LockedCase,
    rule: MeasureRule,
    dto: IssueMeasureRequest,
  ): Promise<string> {
    const id = newId(tx.now.getTime());
    const isOwn = recordingOf(tx.actor, rule) === 'own';
    const { facts, number, person, pack = [], noConferenceReason, outsideWindowReason } = dto;
    const notes = Object.fromEntries(
      pack.flatMap(({ item, note }) => (note === undefined ? [] : [[item, note]])),
    );
    tx.insert(MeasureEntity, {
      id,
      districtCode: tx.actor.districtCode,
      caseId: locked.id,
      kind: dto.kind,
      state: stateOf(rule),
      agencyId: isOwn ? tx.actor.agencyId : (dto.agencyId ?? null),
      onBehalf: !isOwn,
      happenedAt: new Date(dto.happenedAt),
      urgent: dto.urgent ?? false,
      terms: dto.terms ?? [],
      grounds: dto.grounds ?? [],
      evidence: dto.evidence ?? [],
      applicant: dto.applicant ?? null,
      pack: Object.fromEntries(pack.map(({ item, present }) => [item, present])),
      expiresOn: dto.expiresOn ?? null,
      body: await this.crypto.encryptJson(locked.childId, 'measure.body', id, {
        facts,
        number,
        person,
        notes,
        noConferenceReason,
        outsideWindowReason,
      }),
      recordedBy: tx.actor.userId,
      recordedAt: tx.now,
    });
    return id;
  }
}

function stateOf({ applied, lasts }: MeasureRule): MeasureState {
  if (applied === true) return 'applied';
  return lasts === 'at-once' ? 'done' : 'in_force';
}

async function contextOf(tx: Tx, { id, facts }: LockedCase): Promise<MeasureContext> {
  const [revoked] = await tx.query<{ day: LocalDate }>(
    `SELECT m.decided_on::text AS day FROM measure m WHERE m.case_id = $1 AND m.kind = 'revocation' AND m.state = 'in_force'
      ORDER BY m.decided_on DESC LIMIT 1`,
    [id],
  );
  return {
    stageOpen: facts.openStages.includes('guardianship'),
    assessed: facts.latestRisk !== null,
    conferenceSaysRevoke: facts.conferenceConclusion === 'revoke',
    revokedOn: revoked?.day ?? null,
  };
}
