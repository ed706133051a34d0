import { Injectable } from '@nestjs/common';
import { InvalidInput, newId } from '../kernel';
import { FieldCrypto } from '../platform/crypto';
import type { Tx } from '../platform/database';
import { ReferenceData } from '../support/reference';
import { CASE_CLOCKS, CaseClocks } from './case-clocks';
import { CaseService, type LockedCase } from './case.service';
import { closingErrors } from './closing.rules';
import type { RequestClosingRequest, ReturnClosingRequest } from './dto/closing.request';
import { CaseClosingEntity } from './entities';

/** How long the worker may still read a closed case, to file its papers and prepare the follow-up (D). */
const WORKER_READS_MS = 30 * 86_400_000;

/** 结案: one person asks, another signs (domain §3.3; D27). */
@Injectable()
export class ClosingService {
  constructor(
    private readonly cases: CaseService,
    private readonly clocks: CaseClocks,
    private readonly crypto: FieldCrypto,
    private readonly reference: ReferenceData,
  ) {}

  /** 申请结案. @throws InvalidInput 422 for a list with gaps; ActionRefused 409 while work is open */
  async request(tx: Tx, locked: LockedCase, dto: RequestClosingRequest): Promise<void> {
    await this.cases.apply(tx, locked, {
      action: 'request-closing',
      note: dto.note,
      data: { reason: dto.reason, riskLevel: dto.riskLevel },
    });
    this.reference.requireCode('CLOSE_REASONS', dto.reason, 'reason');
    const errors = closingErrors(dto, locked.facts.latestRisk);
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

  /** 同意结案 by a second person: stages and clocks end, the order holders' sight ends, the worker's ends in 30 days. */
  async sign(tx: Tx, locked: LockedCase): Promise<void> {
    await this.cases.apply(tx, locked, { action: 'sign-closing' });
    await tx.execute(
      `UPDATE case_closing SET signed_by = $2, signed_at = $3
        WHERE id = (SELECT k.id FROM case_closing k WHERE k.case_id = $1 ORDER BY k.requested_at DESC, k.id DESC LIMIT 1)`,
      [locked.id, tx.actor.userId, tx.now],
    );
    for (const stage of locked.facts.openStages) await this.cases.closeStage(tx, locked.id, stage);
    await this.clocks.cancelAll(tx, locked.id);
    await tx.execute(
      `UPDATE case_access SET valid_until = CASE reason WHEN 'worker' THEN $3::timestamptz ELSE $2::timestamptz END
        WHERE case_id = $1 AND reason IN ('worker', 'work_order', 'conference') AND (valid_until IS NULL OR valid_until > $2)`,
      [locked.id, tx.now, new Date(tx.now.getTime() + WORKER_READS_MS)],
    );
  }

  /** 退回结案申请: the work goes on; a case with no open stage goes back to assessment, with its clock. */
  async return(tx: Tx, locked: LockedCase, dto: ReturnClosingRequest): Promise<void> {
    await this.cases.apply(tx, locked, { action: 'return-closing', note: dto.reason });
    if (locked.facts.openStages.length > 0) return;
    this.cases.openStage(tx, locked, 'assessment');
    await this.clocks.ensure(tx, locked, CASE_CLOCKS.assessment);
  }
}
