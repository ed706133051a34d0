import { Injectable } from '@nestjs/common';
import { CaseService, type LockedCase, pastInstantErrors, requireSound } from '../../casefile';
import { newId } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { ReferenceData } from '../../support/reference';
import type { RecordMedicalRequest } from './dto/medical.request';
import { MedicalRecordEntity } from './entities';

/** 就医、体检 (D06): who needs a doctor sees one before any placement (24号12; 反家庭暴力法15). */
@Injectable()
export class MedicalService {
  constructor(
    private readonly cases: CaseService,
    private readonly crypto: FieldCrypto,
    private readonly reference: ReferenceData,
  ) {}

  async record(tx: Tx, locked: LockedCase, dto: RecordMedicalRequest): Promise<void> {
    this.reference.requireCode('MEDICAL_KINDS', dto.kind, 'kind');
    this.reference.requireCode('MEDICAL_AUTHORISERS', dto.authorisedBy, 'authorisedBy');
    this.reference.requireCode('COST_BEARERS', dto.costBearer, 'costBearer');
    requireSound(pastInstantErrors('visitedAt', dto.visitedAt, tx.now));
    await this.cases.apply(tx, locked, { action: 'record-medical', data: { kind: dto.kind } });
    const id = newId(tx.now.getTime());
    const { injuries, diagnosis, treatment, authoriserName } = dto;
    tx.insert(MedicalRecordEntity, {
      id,
      districtCode: tx.actor.districtCode,
      caseId: locked.id,
      kind: dto.kind,
      visitedAt: new Date(dto.visitedAt),
      authorisedBy: dto.authorisedBy,
      costBearer: dto.costBearer,
      place: await this.crypto.encryptJson(locked.childId, 'medical_record.place', id, {
        hospital: dto.hospital,
      }),
      body: await this.crypto.encryptJson(locked.childId, 'medical_record.body', id, {
        injuries,
        diagnosis,
        treatment,
        authoriserName,
      }),
      recordedBy: tx.actor.userId,
      recordedAt: tx.now,
    });
  }
}
