import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CaseSections, type MaySee, type MedicalRecordResponse, type SectionCase } from '../../casefile';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { ReferenceData } from '../../support/reference';

interface MedicalRow {
  id: string;
  kind: string;
  visited_at: Date;
  authorised_by: string;
  cost_bearer: string;
  place: Buffer;
  body: Buffer;
  recorded_by: string | null;
}

interface MedicalBody {
  readonly injuries?: string;
  readonly diagnosis: string;
  readonly treatment?: string;
  readonly authoriserName?: string;
}

/** The visits to a doctor of a case, for its page and for 先医后置. */
@Injectable()
export class MedicalRecords implements OnModuleInit {
  constructor(
    private readonly sections: CaseSections,
    private readonly crypto: FieldCrypto,
    private readonly reference: ReferenceData,
  ) {}

  onModuleInit(): void {
    this.sections.register('medicalRecords', (tx, file, may) => this.read(tx, file, may));
  }

  /** Whether the child saw a doctor at or after an instant. */
  async sawDoctorSince(tx: Tx, caseId: string, since: Date): Promise<boolean> {
    const rows = await tx.query(
      'SELECT 1 FROM medical_record WHERE case_id = $1 AND visited_at >= $2 LIMIT 1',
      [caseId, since],
    );
    return rows.length > 0;
  }

  private async read(tx: Tx, file: SectionCase, may: MaySee): Promise<MedicalRecordResponse[]> {
    const rows = await tx.query<MedicalRow>(
      `SELECT m.id, m.kind, m.visited_at, m.authorised_by, m.cost_bearer, m.place, m.body, u.display_name AS recorded_by
         FROM medical_record m LEFT JOIN app_user u ON u.id = m.recorded_by WHERE m.case_id = $1 ORDER BY m.visited_at, m.id`,
      [file.id],
    );
    return Promise.all(rows.map((row) => this.view(row, file.childId, may('placementAddress'))));
  }

  private async view(row: MedicalRow, childId: string, shows: boolean): Promise<MedicalRecordResponse> {
    const open = (column: 'medical_record.body' | 'medical_record.place', bytes: Buffer): Promise<unknown> =>
      this.crypto.decryptJson(childId, column, row.id, bytes);
    const body = (await open('medical_record.body', row.body)) as MedicalBody;
    const place = shows ? ((await open('medical_record.place', row.place)) as { hospital: string }) : null;
    const nameOf = (set: string, code: string): string => this.reference.codeName(set, code) ?? code;
    return {
      id: row.id,
      kind: row.kind,
      kindName: nameOf('MEDICAL_KINDS', row.kind),
      visitedAt: row.visited_at.toISOString(),
      hospital: place?.hospital ?? null,
      injuries: body.injuries ?? null,
      diagnosis: body.diagnosis,
      treatment: body.treatment ?? null,
      authorisedBy: row.authorised_by,
      authorisedByName: nameOf('MEDICAL_AUTHORISERS', row.authorised_by),
      authoriserName: body.authoriserName ?? null,
      costBearer: row.cost_bearer,
      costBearerName: nameOf('COST_BEARERS', row.cost_bearer),
      recordedByName: shows ? row.recorded_by : null,
    };
  }
}
