import { Entity } from 'typeorm';
import { Bytes, Id, Instant, Text, Uuid } from '../../../platform/database';

/** 就医、体检 (D06). */
@Entity('medical_record')
export class MedicalRecordEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  caseId: string;

  @Text()
  kind: string;

  @Instant()
  visitedAt: Date;

  @Text()
  authorisedBy: string;

  @Text()
  costBearer: string;

  @Bytes()
  place: Buffer;

  @Bytes()
  body: Buffer;

  @Uuid()
  recordedBy: string;

  @Instant()
  recordedAt: Date;
}
