import { Injectable } from '@nestjs/common';
import { ActionRefused, InvalidInput } from '../kernel';
import type { Tx } from '../platform/database';
import { roleMay } from '../support/access';
import { type Handler, ReferenceData } from '../support/reference';
import { BACKSTOP } from './case-backstop';
import { CaseClocks } from './case-clocks';
import { CaseService, type LockedCase } from './case.service';
import type { AssignRequest } from './dto/assign.request';

/** Who works on a case: one agency, and one of its people when somebody named them. */
@Injectable()
export class AssignmentService {
  constructor(
    private readonly cases: CaseService,
    private readonly clocks: CaseClocks,
    private readonly reference: ReferenceData,
  ) {}

  /**
   * 指派承办: the new worker sees the case and owns its clocks, the former one no longer does.
   * @throws ActionRefused 409 when the agency or the person must not know of the case (谁不能知道); the words give no reason away
   */
  async assign(tx: Tx, locked: LockedCase, dto: AssignRequest): Promise<void> {
    this.requireWorker(tx, dto);
    const named = [dto.agencyId, ...(dto.userId ? [dto.userId] : [])];
    if ((await this.cases.excludedAmong(tx, locked.id, named)).size > 0)
      throw new ActionRefused('该单位或人员不能承办此个案，请另选。');
    await this.cases.apply(tx, locked, {
      action: 'assign',
      data: { agencyId: dto.agencyId, ...(dto.userId ? { userId: dto.userId } : {}) },
    });
    await tx.execute(
      'UPDATE case_file SET worker_agency_id = $2, worker_user_id = $3, version = version + 1 WHERE id = $1',
      [locked.id, dto.agencyId, dto.userId ?? null],
    );
    await tx.execute(
      `UPDATE case_access SET valid_until = $2 WHERE case_id = $1 AND (valid_until IS NULL OR valid_until > $2)
          AND (reason = 'worker' OR (reason = '${BACKSTOP}' AND principal_id <> $3))`,
      [locked.id, tx.now, dto.agencyId],
    );
    await this.cases.grant(tx, locked.id, dto.agencyId, 'worker');
    if (dto.userId) await this.cases.grant(tx, locked.id, dto.userId, 'worker');
    await this.clocks.handOver(tx, locked, dto.agencyId, dto.userId ?? null);
  }

  /** A case goes only where somebody can work on it. @throws InvalidInput 422 */
  private requireWorker(tx: Tx, dto: AssignRequest): void {
    const { districtCode } = tx.actor;
    this.reference.requireAgency(districtCode, dto.agencyId, 'agencyId');
    const workers = this.reference
      .handlersOf(districtCode)
      .filter((handler) => handler.agencyId === dto.agencyId && canWork(handler));
    if (workers.length === 0)
      throw new InvalidInput({ agencyId: ['该单位没有能承办个案的账号，请选择其他单位'] });
    if (dto.userId && !workers.some(({ id }) => id === dto.userId)) {
      throw new InvalidInput({ userId: ['请选择该单位中能承办个案的人员'] });
    }
  }
}

function canWork(handler: Handler): boolean {
  return roleMay(handler.role, 'case.visit');
}
