import { Injectable } from '@nestjs/common';
import { CaseService, type LockedCase } from '../../casefile';
import { InvalidInput, newId } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import type { CompleteServiceRequest } from './dto/complete-service.request';
import { PlanServiceEntity } from './entities';

/** One measure as a plan names it. */
export interface PlannedService {
  /** One of SUPPORT_TYPES. */
  readonly supportType: string;
  readonly provider: string;
  readonly dueOn: string;
}

/** 帮扶服务: planned with a plan, done one by one (未成年人保护法 91). */
@Injectable()
export class PlanServices {
  constructor(
    private readonly cases: CaseService,
    private readonly crypto: FieldCrypto,
  ) {}

  /** Adds the services of a new plan. Those of earlier plans stay open until they are done. */
  plan(tx: Tx, locked: LockedCase, planId: string, services: readonly PlannedService[]): void {
    for (const { supportType, provider, dueOn } of services) {
      tx.insert(PlanServiceEntity, {
        id: newId(tx.now.getTime()),
        districtCode: tx.actor.districtCode,
        planId,
        caseId: locked.id,
        supportType,
        provider,
        dueOn,
        state: 'planned',
      });
    }
  }

  /** 登记服务完成 with its result. @throws InvalidInput 422 for a service of another case or one that is done */
  async complete(tx: Tx, locked: LockedCase, { serviceId, result }: CompleteServiceRequest): Promise<void> {
    await this.cases.apply(tx, locked, {
      action: 'complete-service',
      stage: 'assistance',
      data: { serviceId },
    });
    const words = await this.crypto.encrypt(locked.childId, 'plan_service.result', serviceId, result);
    const changed = await tx.execute(
      `UPDATE plan_service SET state = 'done', done_at = $3, result = $4 WHERE id = $1 AND case_id = $2 AND state = 'planned'`,
      [serviceId, locked.id, tx.now, words],
    );
    if (changed === 0) throw new InvalidInput({ serviceId: ['请从本个案尚未完成的服务中选择'] });
  }
}
