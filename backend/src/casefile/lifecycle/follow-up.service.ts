import { Injectable } from '@nestjs/common';
import { InvalidInput, newId } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { CASE_CLOCKS, CaseClocks } from '../case-clocks';
import { CaseEnding } from '../case-ending';
import { CaseService } from '../case.service';
import type { RecordFollowUpRequest } from '../dto/lifecycle.request';
import { CaseFollowUpEntity } from '../entities';
import type { LockedCase } from '../locked-case';
import { followUpStanding } from './follow-up-standing';
import { followUpErrors, followUpsFor, followUpVariant } from './follow-up.rules';

/** 跟踪回访 of a closed case (DL-046): the next one is always due until the last one was made. */
@Injectable()
export class FollowUpService {
  constructor(
    private readonly cases: CaseService,
    private readonly clocks: CaseClocks,
    private readonly ending: CaseEnding,
    private readonly crypto: FieldCrypto,
  ) {}

  /** The case was signed closed: the first follow-up is due, when its reason asks for one. */
  async begin(tx: Tx, locked: LockedCase, reason: string): Promise<void> {
    const first = followUpsFor(reason) > 0 ? followUpVariant(1) : undefined;
    if (first !== undefined) await this.clocks.startFollowUp(tx, locked, first);
  }

  /**
   * 登记跟踪回访. Seeing the child ends the round and starts the next; without the child the clock runs on. Danger, or the
   * advice to open the case again, goes to the district's desk with a clock of its own (DL-054).
   * @throws InvalidInput 422, ActionRefused 409
   */
  async record(tx: Tx, locked: LockedCase, dto: RecordFollowUpRequest): Promise<void> {
    const errors = followUpErrors(dto, tx.now);
    if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
    const standing = await followUpStanding(tx, locked.id);
    const { closingId, total, left } = standing ?? { closingId: '', total: 0, left: 0 };
    const round = total - left + 1;
    await this.cases.apply(tx, locked, {
      action: 'record-follow-up',
      data: { round, seenChild: dto.seenChild, state: dto.state, advice: dto.advice },
    });
    await this.store(tx, locked, dto, { closingId, round });
    if (dto.advice === 'reopen')
      await this.clocks.askForRuling(tx, locked, dto.state === 'danger' ? 'U0' : 'U1');
    else await this.clocks.close(tx, locked.id, CASE_CLOCKS.ruling);
    if (dto.seenChild) await this.next(tx, locked, round, total);
  }

  private async next(tx: Tx, locked: LockedCase, round: number, total: number): Promise<void> {
    await this.clocks.close(tx, locked.id, CASE_CLOCKS.followUp);
    const variant = round < total ? followUpVariant(round + 1) : undefined;
    if (variant === undefined) await this.ending.endWorkersSight(tx, locked.id);
    else await this.clocks.startFollowUp(tx, locked, variant);
  }

  private async store(
    tx: Tx,
    locked: LockedCase,
    dto: RecordFollowUpRequest,
    place: { readonly closingId: string; readonly round: number },
  ): Promise<void> {
    const id = newId(tx.now.getTime());
    const { problems, childOpinion, noOpinionReason } = dto;
    const body = { problems, childOpinion, noOpinionReason };
    tx.insert(CaseFollowUpEntity, {
      id,
      districtCode: tx.actor.districtCode,
      caseId: locked.id,
      ...place,
      followedAt: new Date(dto.followedAt),
      seenChild: dto.seenChild,
      spokeAlone: dto.spokeAlone,
      guardianPresent: dto.guardianPresent,
      state: dto.state,
      advice: dto.advice,
      body: await this.crypto.encryptJson(locked.childId, 'case_follow_up.body', id, body),
      recordedBy: tx.actor.userId,
      recordedAt: tx.now,
    });
  }
}
