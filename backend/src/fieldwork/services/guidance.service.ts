import { Injectable } from '@nestjs/common';
import { CaseService, type LockedCase, pastDayErrors } from '../../casefile';
import { InvalidInput, newId } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import type { RecordGuidanceRequest } from './dto/record-guidance.request';
import { GuidanceRecordEntity } from './entities';
import { PlanServices } from './plan-services';

/** 家庭教育指导 (家庭教育促进法 30, 48; D22): what was said to the guardian, how long, and what came back. */
@Injectable()
export class GuidanceService {
  constructor(
    private readonly cases: CaseService,
    private readonly services: PlanServices,
    private readonly crypto: FieldCrypto,
  ) {}

  /** 登记家庭教育指导. @throws InvalidInput 422, ActionRefused 409 */
  async record(tx: Tx, locked: LockedCase, dto: RecordGuidanceRequest): Promise<void> {
    const errors = pastDayErrors('heldOn', dto.heldOn, tx.now);
    if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
    await this.cases.apply(tx, locked, {
      action: 'record-guidance',
      stage: 'assistance',
      data: { minutes: dto.minutes, method: dto.method },
    });
    if (dto.serviceId !== undefined) await this.belongs(tx, locked.id, dto.serviceId);
    const id = newId(tx.now.getTime());
    const { topic, guardianResponse, next } = dto;
    tx.insert(GuidanceRecordEntity, {
      id,
      districtCode: tx.actor.districtCode,
      caseId: locked.id,
      serviceId: dto.serviceId ?? null,
      heldOn: dto.heldOn,
      minutes: dto.minutes,
      method: dto.method,
      body: await this.crypto.encryptJson(locked.childId, 'guidance_record.body', id, {
        topic,
        guardianResponse,
        next,
      }),
      recordedBy: tx.actor.userId,
      recordedAt: tx.now,
    });
  }

  /** The service it belongs to has begun, whoever forgot to say so. */
  private async belongs(tx: Tx, caseId: string, serviceId: string): Promise<void> {
    if (await this.services.markOngoing(tx, caseId, serviceId)) return;
    const [service] = await tx.query<{ state: string }>(
      `SELECT s.state FROM plan_service s WHERE s.id = $1 AND s.case_id = $2 AND s.state IN ('ongoing', 'done')`,
      [serviceId, caseId],
    );
    if (service === undefined) throw new InvalidInput({ serviceId: ['请从本个案的服务中选择'] });
  }
}
