import { Injectable } from '@nestjs/common';
import { InvalidInput, newId } from '../kernel';
import { FieldCrypto } from '../platform/crypto';
import type { Tx } from '../platform/database';
import { ReferenceData } from '../support/reference';
import { CASE_CLOCKS, CaseClocks } from './case-clocks';
import { CaseEnding } from './case-ending';
import { CaseService, type LockedCase } from './case.service';
import { closingErrors } from './closing.rules';
import type {
  EndorseClosingRequest,
  RequestClosingRequest,
  ReturnClosingRequest,
} from './dto/closing.request';
import { CaseClosingEntity } from './entities';
import { followUpsFor } from './lifecycle/follow-up.rules';
import { FollowUpService } from './lifecycle/follow-up.service';

/** Reasons that have a road of their own: no closing is asked for with them. */
const OTHER_ROADS: Readonly<Record<string, string>> = {
  MOVED: '孩子迁出请用「申请转出」：接收地接收以后，个案才办结',
  DIED: '请用「登记孩子死亡」：先冻结档案，再由领导复核',
};

/** 结案: one person asks, the township of a village endorses, another person of the district signs (domain §3.3; D27; PLAN (四)12). */
@Injectable()
export class ClosingService {
  constructor(
    private readonly cases: CaseService,
    private readonly clocks: CaseClocks,
    private readonly ending: CaseEnding,
    private readonly followUps: FollowUpService,
    private readonly crypto: FieldCrypto,
    private readonly reference: ReferenceData,
  ) {}

  /** 申请结案. @throws InvalidInput 422 for a list with gaps; ActionRefused 409 while work is open */
  async request(tx: Tx, locked: LockedCase, dto: RequestClosingRequest): Promise<void> {
    await this.cases.apply(tx, asking(locked, dto.reason), {
      action: 'request-closing',
      note: dto.note,
      data: { reason: dto.reason, riskLevel: dto.riskLevel },
    });
    this.reference.requireCode('CLOSE_REASONS', dto.reason, 'reason');
    const otherRoad = OTHER_ROADS[dto.reason];
    const errors = {
      ...closingErrors(dto, locked.facts.latestRisk),
      ...(otherRoad === undefined ? {} : { reason: [otherRoad] }),
    };
    if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
    const id = newId(tx.now.getTime());
    const { note, childOpinion, noOpinionReason } = dto;
    tx.insert(CaseClosingEntity, {
      id,
      districtCode: tx.actor.districtCode,
      caseId: locked.id,
      reason: dto.reason,
      riskLevel: dto.riskLevel,
      checklist: dto.checklist,
      body: await this.crypto.encryptJson(locked.childId, 'closing.body', id, {
        note,
        childOpinion,
        noOpinionReason,
      }),
      requestedBy: tx.actor.userId,
      requestedAt: tx.now,
    });
    // A case that waits for its signature may have no open assessment (LEGAL_STAGES).
    await this.cases.closeStage(tx, locked.id, 'assessment');
    await this.clocks.close(tx, locked.id, CASE_CLOCKS.assessment);
  }

  /** 审核 by the township, when a village asked (三级审核); the district signs afterwards. */
  async endorse(tx: Tx, locked: LockedCase, { note }: EndorseClosingRequest): Promise<void> {
    await this.cases.apply(tx, locked, {
      action: 'endorse-closing',
      ...(note === undefined ? {} : { note }),
    });
    const id = await latestRequest(tx, locked.id);
    const sealed =
      note === undefined ? null : await this.crypto.encrypt(locked.childId, 'closing.endorsement', id, note);
    await tx.execute(
      'UPDATE case_closing SET endorsed_by = $2, endorsed_at = $3, endorsement = $4 WHERE id = $1',
      [id, tx.actor.userId, tx.now, sealed],
    );
  }

  /** 同意结案 by another person: stages and clocks end, the order holders' sight ends, the first 跟踪回访 is due (DL-046). */
  async sign(tx: Tx, locked: LockedCase): Promise<void> {
    await this.cases.apply(tx, locked, { action: 'sign-closing' });
    await tx.execute('UPDATE case_closing SET signed_by = $2, signed_at = $3 WHERE id = $1', [
      await latestRequest(tx, locked.id),
      tx.actor.userId,
      tx.now,
    ]);
    const reason = locked.facts.closingReason ?? '';
    await this.ending.end(tx, locked, { workerStays: followUpsFor(reason) > 0 });
    await this.clocks.cancelAll(tx, locked.id);
    await this.followUps.begin(tx, locked, reason);
  }

  /** 退回结案申请: the work goes on; a case with no open stage goes back to assessment, with its clock. */
  async return(tx: Tx, locked: LockedCase, dto: ReturnClosingRequest): Promise<void> {
    await this.cases.apply(tx, locked, { action: 'return-closing', note: dto.reason });
    if (locked.facts.openStages.length > 0) return;
    this.cases.openStage(tx, locked, 'assessment');
    await this.clocks.ensure(tx, locked, CASE_CLOCKS.assessment);
  }
}

/** Some guards depend on the reason that is being asked for. */
function asking(locked: LockedCase, reason: string): LockedCase {
  return { ...locked, facts: { ...locked.facts, closingReason: reason } };
}

async function latestRequest(tx: Tx, caseId: string): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    'SELECT k.id FROM case_closing k WHERE k.case_id = $1 ORDER BY k.requested_at DESC, k.id DESC LIMIT 1',
    [caseId],
  );
  if (row === undefined) throw new Error(`Case ${caseId} is closing without a request`);
  return row.id;
}
