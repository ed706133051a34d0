import { Injectable } from '@nestjs/common';
import { NotVisible, type RequestContext } from '../kernel';
import { FieldCrypto } from '../platform/crypto';
import { AppDatabase, type Tx, visibility } from '../platform/database';
import { AuditLog } from '../support/audit';
import { Alerts } from '../support/notifications';
import { ReferenceData } from '../support/reference';
import { CaseComposer } from './case-composer';
import { type CaseRow, SELECT_CASE, toCaseResponse } from './case-rows';
import { CaseService } from './case.service';
import type { CaseResponse } from './dto/case.response';

type DetailRow = CaseRow & { readonly summary: Buffer | null };

/** The page of one case, as this reader may see it. */
@Injectable()
export class CaseQueries {
  constructor(
    private readonly database: AppDatabase,
    private readonly audit: AuditLog,
    private readonly alerts: Alerts,
    private readonly reference: ReferenceData,
    private readonly crypto: FieldCrypto,
    private readonly cases: CaseService,
    private readonly composer: CaseComposer,
  ) {}

  /** One case, or for a caller in a hurry where it stands, as a list shows it; the reading is audited. @throws NotVisible 404 */
  get(ctx: RequestContext, id: string): Promise<CaseResponse> {
    return this.database.inTransaction(ctx, async (tx) => {
      const [row] = await tx.query<DetailRow>(
        `SELECT c.*, i.summary FROM (${SELECT_CASE} WHERE c.id = $1 AND ${visibility.case('c')}) c LEFT JOIN incident i ON i.id = c.incident_id`,
        [id],
      );
      if (row === undefined) {
        await this.audit.refused(ctx, 'case.read', { subjectKind: 'case', subjectId: id });
        throw new NotVisible();
      }
      await this.alerts.opened(tx, id);
      // Who has just acted and wants no page is in the audit with the action.
      if (ctx.brief === true) return toCaseResponse(row, this.reference);
      this.audit.record(tx, { action: 'case.read', subjectKind: 'case', subjectId: id });
      return this.render(tx, row);
    });
  }

  private async render(tx: Tx, row: DetailRow): Promise<CaseResponse> {
    return {
      ...toCaseResponse(row, this.reference),
      ...(await this.composer.parts(tx, row)),
      summary:
        row.summary === null
          ? null
          : await this.crypto.decrypt(row.incident_id, 'incident.summary', row.incident_id, row.summary),
      siblings: await siblings(tx, row),
      allowedActions: await this.cases.allowedActions(tx, row.id, row.phase),
    };
  }
}

/** The other children of the same incident, each with a case of its own (design §9.4), as far as the reader sees them. */
function siblings(tx: Tx, row: CaseRow): Promise<{ id: string; caseNo: string }[]> {
  return tx.query(
    `SELECT c.id, c.case_no AS "caseNo" FROM case_file c WHERE c.incident_id = $1 AND c.id <> $2 AND ${visibility.case('c')} ORDER BY c.case_no`,
    [row.incident_id, row.id],
  );
}
