import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CaseSections, type GuidanceResponse, type SectionCase } from '../../casefile';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { GUIDANCE_METHODS, type GuidanceMethod } from './guidance.rules';

interface GuidanceRow {
  id: string;
  service_id: string | null;
  held_on: string;
  minutes: number;
  method: GuidanceMethod;
  body: Buffer;
  recorded_by: string | null;
}

interface GuidanceBody {
  readonly topic: string;
  readonly guardianResponse: string;
  readonly next?: string;
}

/** The guidance given to a child's family, for the page of its case, oldest first. */
@Injectable()
export class GuidanceSection implements OnModuleInit {
  constructor(
    private readonly sections: CaseSections,
    private readonly crypto: FieldCrypto,
  ) {}

  onModuleInit(): void {
    this.sections.register('guidance', (tx, file) => this.read(tx, file));
  }

  private async read(tx: Tx, file: SectionCase): Promise<GuidanceResponse[]> {
    const rows = await tx.query<GuidanceRow>(
      `SELECT g.id, g.service_id, g.held_on::text AS held_on, g.minutes, g.method, g.body, u.display_name AS recorded_by
         FROM guidance_record g LEFT JOIN app_user u ON u.id = g.recorded_by WHERE g.case_id = $1 ORDER BY g.held_on, g.id`,
      [file.id],
    );
    return Promise.all(rows.map((row) => this.view(row, file.childId)));
  }

  private async view(row: GuidanceRow, childId: string): Promise<GuidanceResponse> {
    const body = await this.crypto.decryptJson(childId, 'guidance_record.body', row.id, row.body);
    const { topic, guardianResponse, next } = body as GuidanceBody;
    return {
      id: row.id,
      serviceId: row.service_id,
      heldOn: row.held_on,
      minutes: row.minutes,
      method: row.method,
      methodName: GUIDANCE_METHODS[row.method],
      topic,
      guardianResponse,
      next: next ?? null,
      recordedByName: row.recorded_by,
    };
  }
}
