import { Injectable } from '@nestjs/common';
import { InvalidInput, newId } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { CaseClocks } from '../case-clocks';
import { CaseEnding } from '../case-ending';
import { CaseService } from '../case.service';
import type { RecordDeathRequest, ReviewDeathRequest } from '../dto/lifecycle.request';
import { CaseClosingEntity, CaseDeathEntity } from '../entities';
import { pastInstantErrors } from '../form.rules';
import type { LockedCase } from '../locked-case';

/** 孩子死亡: the file is frozen as it is, a leader reviews it, and only then it is archived (design §9.5; 重大事件报告). */
@Injectable()
export class DeathService {
  constructor(
    private readonly cases: CaseService,
    private readonly clocks: CaseClocks,
    private readonly ending: CaseEnding,
    private readonly crypto: FieldCrypto,
  ) {}

  /** 登记孩子死亡: stages and clocks end, order holders see nothing any more, nobody writes in the file. @throws InvalidInput 422 */
  async record(tx: Tx, locked: LockedCase, dto: RecordDeathRequest): Promise<void> {
    const errors = {
      ...pastInstantErrors('diedAt', dto.diedAt, tx.now),
      ...pastInstantErrors('reportedAt', dto.reportedAt, tx.now),
      ...(new Date(dto.reportedAt) < new Date(dto.diedAt)
        ? { reportedAt: ['报告时间不能早于死亡时间'] }
        : {}),
    };
    if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
    await this.cases.apply(tx, locked, { action: 'record-death' });
    const id = newId(tx.now.getTime());
    const { place, circumstances, reportedTo } = dto;
    tx.insert(CaseDeathEntity, {
      id,
      districtCode: tx.actor.districtCode,
      caseId: locked.id,
      diedAt: new Date(dto.diedAt),
      reportedAt: new Date(dto.reportedAt),
      body: await this.crypto.encryptJson(locked.childId, 'case_death.body', id, {
        place,
        circumstances,
        reportedTo,
      }),
      recordedBy: tx.actor.userId,
      recordedAt: tx.now,
    });
    await this.ending.end(tx, locked, { workerStays: false });
    await this.clocks.cancelEverything(tx, locked.id);
  }

  /** 领导复核 by another person; with it the case has ended, and says so where all endings are said. */
  async review(tx: Tx, locked: LockedCase, { opinion }: ReviewDeathRequest): Promise<void> {
    await this.cases.apply(tx, locked, { action: 'review-death' });
    const [death] = await tx.query<{ id: string; recorded_by: string; recorded_at: Date }>(
      'SELECT id, recorded_by, recorded_at FROM case_death WHERE case_id = $1',
      [locked.id],
    );
    if (death === undefined) throw new Error(`Case ${locked.id} is frozen without a death`);
    await tx.execute('UPDATE case_death SET review = $2, reviewed_by = $3, reviewed_at = $4 WHERE id = $1', [
      death.id,
      await this.crypto.encrypt(locked.childId, 'case_death.review', death.id, opinion),
      tx.actor.userId,
      tx.now,
    ]);
    const id = newId(tx.now.getTime());
    tx.insert(CaseClosingEntity, {
      id,
      districtCode: tx.actor.districtCode,
      caseId: locked.id,
      reason: 'DIED',
      riskLevel: locked.facts.latestRisk,
      checklist: {},
      body: await this.crypto.encryptJson(locked.childId, 'closing.body', id, { note: opinion }),
      requestedBy: death.recorded_by,
      requestedAt: death.recorded_at,
      signedBy: tx.actor.userId,
      signedAt: tx.now,
    });
  }
}
