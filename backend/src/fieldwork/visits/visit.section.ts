import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CaseSections, type SectionCase, type VisitResponse } from '../../casefile';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { ReferenceData } from '../../support/reference';
import { toVisitResponse, VISIT_COLUMNS, type VisitBody, type VisitRow } from './visit-record';

/** The visits of a case for its page, oldest first. */
@Injectable()
export class VisitSection implements OnModuleInit {
  constructor(
    private readonly sections: CaseSections,
    private readonly crypto: FieldCrypto,
    private readonly reference: ReferenceData,
  ) {}

  onModuleInit(): void {
    this.sections.register('visits', (tx, file) => this.read(tx, file));
  }

  private async read(tx: Tx, file: SectionCase): Promise<VisitResponse[]> {
    const rows = await tx.query<VisitRow>(
      `SELECT ${VISIT_COLUMNS} FROM visit v LEFT JOIN app_user u ON u.id = v.visited_by
        WHERE v.case_id = $1 ORDER BY v.visited_at, v.id`,
      [file.id],
    );
    return Promise.all(rows.map((row) => this.view(row, file.childId)));
  }

  private async view(row: VisitRow, childId: string): Promise<VisitResponse> {
    const body = (await this.crypto.decryptJson(childId, 'visit.body', row.id, row.body)) as VisitBody;
    const typeName = this.reference.codeName('VISIT_TYPES', row.visit_type) ?? row.visit_type;
    return toVisitResponse(row, body, typeName);
  }
}
