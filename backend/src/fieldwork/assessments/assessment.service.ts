import { Injectable } from '@nestjs/common';
import {
  CASE_CLOCKS,
  CaseClocks,
  CaseService,
  childVoiceErrors,
  type FieldErrors,
  type LockedCase,
  type RiskLevel,
} from '../../casefile';
import { InvalidInput, newId, type Urgency } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { Outbox } from '../../platform/outbox';
import { type Instrument, ReferenceData } from '../../support/reference';
import type { AssessRequest } from './dto/assess.request';
import { AssessmentEntity } from './entities';
import { hasPresentDanger, readEpisode, scoredLevel } from './episode';
import { atLeast, decideLevel, type Decision, overrideErrors } from './level.rules';
import { scoreScreen, screenErrors } from './safety-screen.rules';
import { formErrors, scoreForm } from './scored-form.rules';

/** What the answers give, before a person decides. */
interface Computed {
  readonly level: RiskLevel;
  readonly urgency: Urgency | null;
  readonly score: number | null;
  readonly upTo: number | null;
  readonly byScreen: boolean;
}

/** The instrument whose yes means danger now. */
const SAFETY_SCREEN = 'SAFETY_SCREEN_A';

/** 评估: answers to a versioned instrument, the level they give, and the level a person decided on. */
@Injectable()
export class AssessmentService {
  constructor(
    private readonly cases: CaseService,
    private readonly clocks: CaseClocks,
    private readonly crypto: FieldCrypto,
    private readonly reference: ReferenceData,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Stores an assessment, sets the risk of the case and stops the assessment clock. One that lowers a guard waits for a second
   * person, and the case keeps the higher level (domain §11). An answer that means danger now raises the urgency of the case;
   * nothing here lowers it. The stage stays open until a plan is made.
   * @throws InvalidInput 422, ActionRefused 409
   */
  async assess(tx: Tx, locked: LockedCase, dto: AssessRequest): Promise<void> {
    const instrument = this.instrument(dto);
    refuse({ ...answerErrors(instrument, dto.answers), ...childVoiceErrors(dto) });
    const computed = await this.compute(tx, locked.id, instrument, dto.answers);
    refuse(overrideErrors(computed.level, dto));
    const decision = decideLevel(computed.level, locked.facts.latestRisk, dto);
    await this.cases.apply(tx, locked, {
      action: 'assess',
      stage: 'assessment',
      data: {
        instrument: dto.instrument,
        computedLevel: computed.level,
        level: decision.level,
        proposed: decision.proposed,
      },
    });
    await this.store(tx, locked, dto, computed, decision);
    // A second look during assistance belongs to that stage; assessment is opened only when no stage carries the work.
    if (!locked.facts.openStages.some((stage) => stage !== 'emergency'))
      this.cases.openStage(tx, locked, 'assessment');
    await this.cases.setRisk(tx, locked.id, decision.effective);
    await this.clocks.close(tx, locked.id, CASE_CLOCKS.assessment);
    await this.clocks.watchAdulthood(tx, locked);
    await this.raise(tx, locked, computed.urgency);
    if (decision.proposed)
      this.outbox.add(tx, {
        name: 'case.assessment-proposed',
        subjectId: locked.id,
        payload: { caseId: locked.id },
      });
  }

  private instrument(dto: AssessRequest): Instrument {
    const instrument = this.reference.instrument(dto.instrument);
    if (instrument === undefined) throw new InvalidInput({ instrument: ['请从列表中选择评估工具'] });
    if (instrument.version !== dto.instrumentVersion)
      throw new InvalidInput({ instrumentVersion: ['评估工具已更新，请刷新页面后重填'] });
    return instrument;
  }

  /** A score never outweighs danger now, and a screen of danger now never lowers what a score found. */
  private async compute(
    tx: Tx,
    caseId: string,
    { kind, items, scoring }: Instrument,
    answers: AssessRequest['answers'],
  ): Promise<Computed> {
    const episode = await readEpisode(tx, caseId);
    if (kind === 'screen' || scoring === null) {
      const { level, urgency } = scoreScreen(items, answers);
      const found = scoredLevel(episode, (code) => this.reference.instrument(code)?.kind === 'score');
      return {
        level: atLeast(level, found ?? 'low'),
        urgency,
        score: null,
        upTo: null,
        byScreen: false,
      };
    }
    const { level, score, upTo } = scoreForm(items, scoring, answers);
    const screen = this.reference.instrument(SAFETY_SCREEN);
    const byScreen = screen !== undefined && hasPresentDanger(episode, screen);
    return { level: byScreen ? 'high' : level, urgency: null, score, upTo, byScreen };
  }

  private async store(
    tx: Tx,
    locked: LockedCase,
    dto: AssessRequest,
    computed: Computed,
    decision: Decision,
  ): Promise<void> {
    const id = newId(tx.now.getTime());
    const { narrative, childOpinion, noOpinionReason } = dto;
    const overrideReason = decision.overridden ? dto.overrideReason : undefined;
    tx.insert(AssessmentEntity, {
      id,
      districtCode: tx.actor.districtCode,
      caseId: locked.id,
      instrument: dto.instrument,
      instrumentVersion: dto.instrumentVersion,
      answers: dto.answers,
      score: computed.score,
      scoreUpTo: computed.upTo,
      bySafetyScreen: computed.byScreen,
      computedLevel: computed.level,
      level: decision.level,
      previousLevel: locked.facts.latestRisk,
      proposed: decision.proposed,
      body: await this.crypto.encryptJson(locked.childId, 'assessment.body', id, {
        narrative,
        overrideReason,
        childOpinion,
        noOpinionReason,
      }),
      assessedBy: tx.actor.userId,
      assessedAt: tx.now,
    });
  }

  private async raise(tx: Tx, locked: LockedCase, urgency: Urgency | null): Promise<void> {
    if (urgency === null) return;
    const raised = await this.cases.raiseUrgency(tx, locked, urgency);
    if (raised !== locked.urgency) await this.clocks.recompute(tx, locked.id, raised);
  }
}

function answerErrors({ kind, items }: Instrument, answers: AssessRequest['answers']): FieldErrors {
  return kind === 'score' ? formErrors(items, answers) : screenErrors(items, answers);
}

function refuse(errors: FieldErrors): void {
  if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
}
