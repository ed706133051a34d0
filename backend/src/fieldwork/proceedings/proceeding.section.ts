import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CaseSections, type ProceedingResponse, type SectionCase } from '../../casefile';
import { citation } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { ReferenceData } from '../../support/reference';
import { findProceeding } from './proceedings.rules';

interface ProceedingRow {
  id: string;
  kind: string;
  happened_at: Date;
  result: string | null;
  variant: string | null;
  organ_agency_id: string | null;
  addressee_agency_id: string | null;
  on_behalf: boolean;
  body: Buffer;
  recorded_by: string | null;
  recorded_at: Date;
  running: string[];
}

interface ProceedingBody {
  readonly number?: string;
  readonly person?: string;
  readonly note?: string;
}

/** The steps of a case for its page, oldest first. Row-level security leaves an organ that holds an order its own steps. */
@Injectable()
export class ProceedingSection implements OnModuleInit {
  constructor(
    private readonly sections: CaseSections,
    private readonly crypto: FieldCrypto,
    private readonly reference: ReferenceData,
  ) {}

  onModuleInit(): void {
    this.sections.register('proceedings', (tx, file) => this.read(tx, file));
  }

  private async read(tx: Tx, file: SectionCase): Promise<ProceedingResponse[]> {
    const rows = await tx.query<ProceedingRow>(
      `SELECT p.id, p.kind, p.happened_at, p.result, p.variant, p.organ_agency_id, p.addressee_agency_id, p.on_behalf, p.body,
              u.display_name AS recorded_by, p.recorded_at,
              ARRAY(SELECT d.rule_id FROM deadline d WHERE d.subject_id = p.id AND d.state = 'running' ORDER BY d.rule_id) AS running
         FROM proceeding p LEFT JOIN app_user u ON u.id = p.recorded_by WHERE p.case_id = $1 ORDER BY p.happened_at, p.id`,
      [file.id],
    );
    return Promise.all(rows.map((row) => this.view(row, file.childId)));
  }

  private async view(row: ProceedingRow, childId: string): Promise<ProceedingResponse> {
    const rule = findProceeding(row.kind);
    const body = (await this.crypto.decryptJson(
      childId,
      'proceeding.body',
      row.id,
      row.body,
    )) as ProceedingBody;
    const nameOf = (id: string | null): string | null =>
      id === null ? null : (this.reference.agency(id)?.name ?? null);
    return {
      id: row.id,
      kind: row.kind,
      name: rule?.name ?? row.kind,
      happenedAt: row.happened_at.toISOString(),
      organName:
        nameOf(row.organ_agency_id) ?? this.reference.codeName('AGENCY_KINDS', rule?.organ ?? '') ?? '',
      addresseeName: nameOf(row.addressee_agency_id),
      result: row.result,
      resultName: row.result === null ? null : (rule?.results?.[row.result] ?? row.result),
      variant: row.variant,
      number: body.number ?? null,
      onBehalf: row.on_behalf,
      person: body.person ?? null,
      note: body.note ?? null,
      waitsFor: row.running,
      source: citation(rule?.source ?? ''),
      recordedByName: row.recorded_by,
      recordedAt: row.recorded_at.toISOString(),
    };
  }
}
