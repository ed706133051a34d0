import { Injectable } from '@nestjs/common';
import { CaseService, type LockedCase } from '../../casefile';
import { InvalidInput, newId } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { ReferenceData } from '../../support/reference';
import type {
  CancelServiceRequest,
  CompleteServiceRequest,
  StartServiceRequest,
} from './dto/service.request';
import { PlanServiceEntity } from './entities';
import { OPEN_SERVICE_STATES, type ServiceState } from './service.states';

/** One measure as a plan names it; the provider is an agency of the district or told in words. */
export interface PlannedService {
  /** One of SUPPORT_TYPES. */
  readonly supportType: string;
  readonly providerAgencyId?: string;
  readonly provider?: string;
  readonly dueOn: string;
}

/** 帮扶服务: planned with a plan, begun, done or cancelled one by one (未成年人保护法 91). */
@Injectable()
export class PlanServices {
  constructor(
    private readonly cases: CaseService,
    private readonly crypto: FieldCrypto,
    private readonly reference: ReferenceData,
  ) {}

  /** @throws InvalidInput 422 at the service that names no known support or provider */
  check(tx: Tx, services: readonly PlannedService[]): void {
    for (const [index, { supportType, providerAgencyId, provider }] of services.entries()) {
      const at = `services.${index}`;
      this.reference.requireCode('SUPPORT_TYPES', supportType, `${at}.supportType`);
      if (providerAgencyId !== undefined)
        this.reference.requireAgency(tx.actor.districtCode, providerAgencyId, `${at}.providerAgencyId`);
      else if ((provider ?? '').trim() === '')
        throw new InvalidInput({ [`${at}.provider`]: ['请选择提供服务的单位，或写明由谁提供'] });
    }
  }

  /** Adds the services of a plan, as drafts while it waits for its approval. Those of earlier plans stay open until they are done. */
  async plan(
    tx: Tx,
    locked: LockedCase,
    planId: string,
    services: readonly PlannedService[],
    state: 'draft' | 'planned',
  ): Promise<void> {
    for (const { supportType, providerAgencyId, provider, dueOn } of services) {
      const id = newId(tx.now.getTime());
      const words = providerAgencyId === undefined ? provider : undefined;
      tx.insert(PlanServiceEntity, {
        id,
        districtCode: tx.actor.districtCode,
        planId,
        caseId: locked.id,
        supportType,
        providerAgencyId: providerAgencyId ?? null,
        providerWords:
          words === undefined
            ? null
            : await this.crypto.encrypt(locked.childId, 'plan_service.provider_words', id, words),
        dueOn,
        state,
      });
    }
  }

  /** The plan of these drafts was approved. */
  async begin(tx: Tx, planId: string): Promise<void> {
    await tx.execute(`UPDATE plan_service SET state = 'planned' WHERE plan_id = $1 AND state = 'draft'`, [
      planId,
    ]);
  }

  /** The plan of these drafts was sent back, or another plan came first. */
  async drop(tx: Tx, caseId: string): Promise<void> {
    await tx.execute(`UPDATE plan_service SET state = 'dropped' WHERE case_id = $1 AND state = 'draft'`, [
      caseId,
    ]);
  }

  /** 登记服务开始. @throws InvalidInput 422 for a service of another case or one that has begun */
  async start(tx: Tx, locked: LockedCase, { serviceId }: StartServiceRequest): Promise<void> {
    await this.cases.apply(tx, locked, { action: 'start-service', stage: 'assistance', data: { serviceId } });
    if (!(await this.markOngoing(tx, locked.id, serviceId)))
      throw new InvalidInput({ serviceId: ['请从本个案尚未开始的服务中选择'] });
  }

  /** Whether a service that had not begun has begun now. */
  async markOngoing(tx: Tx, caseId: string, serviceId: string): Promise<boolean> {
    const changed = await tx.execute(
      `UPDATE plan_service SET state = 'ongoing', started_at = $3 WHERE id = $1 AND case_id = $2 AND state = 'planned'`,
      [serviceId, caseId, tx.now],
    );
    return changed > 0;
  }

  /** 登记服务完成 with its result. @throws InvalidInput 422 for a service of another case or one that has ended */
  async complete(tx: Tx, locked: LockedCase, { serviceId, result }: CompleteServiceRequest): Promise<void> {
    await this.cases.apply(tx, locked, {
      action: 'complete-service',
      stage: 'assistance',
      data: { serviceId },
    });
    await this.end(tx, locked, serviceId, 'done', result);
  }

  /** 取消服务 with the reason. @throws InvalidInput 422 for a service of another case or one that has ended */
  async cancel(tx: Tx, locked: LockedCase, { serviceId, reason }: CancelServiceRequest): Promise<void> {
    await this.cases.apply(tx, locked, {
      action: 'cancel-service',
      stage: 'assistance',
      note: reason,
      data: { serviceId },
    });
    await this.end(tx, locked, serviceId, 'cancelled', reason);
  }

  private async end(
    tx: Tx,
    locked: LockedCase,
    serviceId: string,
    state: ServiceState,
    words: string,
  ): Promise<void> {
    const result = await this.crypto.encrypt(locked.childId, 'plan_service.result', serviceId, words);
    const changed = await tx.execute(
      `UPDATE plan_service SET state = $3, done_at = $4, result = $5 WHERE id = $1 AND case_id = $2 AND state = ANY ($6)`,
      [serviceId, locked.id, state, tx.now, result, OPEN_SERVICE_STATES],
    );
    if (changed === 0) throw new InvalidInput({ serviceId: ['请从本个案尚未完成的服务中选择'] });
  }
}
