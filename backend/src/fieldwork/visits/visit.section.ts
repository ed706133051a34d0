import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CaseSections, type SectionCase, type VisitResponse } from '../../casefile';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { ReferenceData } from '../../support/reference';
import type { Rating } from './visit.rules';

interface VisitRow {
  id: string;
  visit_type: string;
  visited_at: Date;
  seen_child: boolean;
  spoke_alone: boolean;
  guardian_present: boolean;
  items: Record<string, Rating>;
  body: Buffer;
  next_due_on: string | null;
  visited_by: string | null;
}

interface VisitBody {
  readonly notes: Readonly<Record<string, string>>;
  readonly problems?: string;
  readonly actions?: string;
}

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
      `SELECT v.id, v.visit_type, v.visited_at, v.seen_child, v.spoke_alone, v.guardian_present, v.items, v.body, v.next_due_on::text AS next_due_on,
              u.display_name AS visited_by
         FROM visit v LEFT JOIN app_user u ON u.id = v.visited_by WHERE v.case_id = $1 ORDER BY v.visited_at, v.id`,
      [file.id],
    );
    return Promise.all(rows.map((row) => this.view(row, file.childId)));
  }

  private async view(row: VisitRow, childId: string): Promise<VisitResponse> {
    const body = (await this.crypto.decryptJson(childId, 'visit.body', row.id, row.body)) as VisitBody;
    return {
      id: row.id,
      visitType: row.visit_type,
      visitTypeName: this.reference.codeName('VISIT_TYPES', row.visit_type) ?? row.visit_type,
      visitedAt: row.visited_at.toISOString(),
      seenChild: row.seen_child,
      spokeAlone: row.spoke_alone,
      guardianPresent: row.guardian_present,
      items: Object.fromEntries(
        Object.entries(row.items).map(([code, rating]) => [code, { rating, note: body.notes[code] ?? null }]),
      ),
      problems: body.problems ?? null,
      actions: body.actions ?? null,
      nextDueOn: row.next_due_on,
      visitedByName: row.visited_by,
    };
  }
}
