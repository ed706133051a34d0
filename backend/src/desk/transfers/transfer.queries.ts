import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CaseSections, type TransferResponse } from '../../casefile';
import { InvalidInput, NotVisible, type RequestContext, type Urgency, URGENCY_NAMES } from '../../kernel';
import { maskName } from '../../platform/crypto';
import { AppDatabase, type Tx, visibility } from '../../platform/database';
import { type ListSpec, type Page, parseList, toPage } from '../../platform/http';
import { roleMay } from '../../support/access';
import { AuditLog } from '../../support/audit';
import { ReferenceData } from '../../support/reference';
import { TransferSheets } from './transfer-sheet';
import { RECEIVER_ACTIONS, TRANSFER_STATES, type TransferState, transferWorkflow } from './transfer.workflow';

interface TransferRow {
  id: string;
  district_code: string;
  transfer_no: string;
  case_id: string;
  to_district: string | null;
  urgency: Urgency;
  situations: string[];
  state: TransferState;
  sheet: Buffer;
  reply: Buffer | null;
  requested_at: Date;
  answered_at: Date | null;
  ended_at: Date | null;
  received_report_id: string | null;
}

const LIST: ListSpec = {
  filters: ['box', 'state'],
  sorts: { requestedAt: { sql: 't.requested_at', cast: 'timestamptz' } },
  defaultSort: '-requestedAt',
};
const BOXES = ['incoming', 'outgoing'];
/** The receiver of these no longer reads who the child is. */
const SHUT: ReadonlySet<TransferState> = new Set(['refused', 'withdrawn']);

/** Transfers of the actor's district, both ways; the sheet is opened one by one, and each opening is audited. */
@Injectable()
export class TransferQueries implements OnModuleInit {
  constructor(
    private readonly database: AppDatabase,
    private readonly sheets: TransferSheets,
    private readonly reference: ReferenceData,
    private readonly audit: AuditLog,
    private readonly sections: CaseSections,
  ) {}

  onModuleInit(): void {
    this.sections.register('transfers', async (tx, file) => {
      const rows = await tx.query<TransferRow>(
        `SELECT t.* FROM case_transfer t WHERE t.case_id = $1 AND ${visibility.transfer('t')} ORDER BY t.requested_at, t.id`,
        [file.id],
      );
      return Promise.all(rows.map((row) => this.view(tx, row, true)));
    });
  }

  list(ctx: RequestContext, query: Readonly<Record<string, unknown>>): Promise<Page<TransferResponse>> {
    const request = parseList(query, LIST);
    const { box, state } = request.filter;
    refuseUnknown({ box, state });
    return this.database.inTransaction(ctx, async (tx) => {
      const after = request.after(3, 't.id');
      const rows = await tx.query<TransferRow>(
        `SELECT t.* FROM case_transfer t WHERE ${visibility.transfer('t')}
            AND ($1::text IS NULL OR t.state = $1)
            AND ($2::text IS NULL OR ($2 = 'incoming') = (t.to_district IS NOT DISTINCT FROM ctx_district()))
            AND ${after.sql} ORDER BY ${request.orderBy.replace(/, id /, ', t.id ')} LIMIT ${request.limit + 1}`,
        [state ?? null, box ?? null, ...after.params],
      );
      this.audit.record(tx, {
        action: 'transfer.list',
        subjectKind: 'list',
        detail: { count: Math.min(rows.length, request.limit) },
      });
      const views = new Map<string, TransferResponse>();
      for (const row of rows) views.set(row.id, await this.view(tx, row, false));
      const page = toPage(
        rows,
        request.limit,
        tx.now,
        (row) => row.requested_at.toISOString(),
        ({ id }) => views.get(id),
      );
      return { ...page, data: page.data.filter((view) => view !== undefined) };
    });
  }

  /** @throws NotVisible 404 */
  get(ctx: RequestContext, id: string): Promise<TransferResponse> {
    return this.database.inTransaction(ctx, async (tx) => {
      const [row] = await tx.query<TransferRow>(
        `SELECT t.* FROM case_transfer t WHERE t.id = $1 AND ${visibility.transfer('t')}`,
        [id],
      );
      if (row === undefined) {
        await this.audit.refused(ctx, 'transfer.read', { subjectKind: 'case_transfer', subjectId: id });
        throw new NotVisible();
      }
      this.audit.record(tx, { action: 'transfer.read', subjectKind: 'case_transfer', subjectId: id });
      return this.view(tx, row, true);
    });
  }

  private async view(tx: Tx, row: TransferRow, whole: boolean): Promise<TransferResponse> {
    const isIncoming = row.to_district === tx.actor.districtCode;
    const readable = !(isIncoming && SHUT.has(row.state));
    const sealed = await this.sheets.open(row.id, row.sheet);
    const { destination, contact, ...sheet } = sealed;
    return {
      id: row.id,
      transferNo: row.transfer_no,
      box: isIncoming ? 'incoming' : 'outgoing',
      state: row.state,
      stateName: TRANSFER_STATES[row.state],
      urgency: row.urgency,
      urgencyName: URGENCY_NAMES[row.urgency],
      situations: row.situations,
      situationNames: row.situations.map((code) => this.reference.situation(code)?.name ?? code),
      fromDistrictName: this.reference.region(row.district_code)?.name ?? row.district_code,
      destination,
      contact: isIncoming ? null : contact,
      onSystem: row.to_district !== null,
      childName: readable && sheet.child.name !== null ? maskName(sheet.child.name) : null,
      sheet: readable && whole ? sheet : null,
      reply: whole ? await this.sheets.openReply(row.id, row.reply) : null,
      requestedAt: row.requested_at.toISOString(),
      answeredAt: row.answered_at?.toISOString() ?? null,
      endedAt: row.ended_at?.toISOString() ?? null,
      caseId: isIncoming ? null : row.case_id,
      reportId: isIncoming ? row.received_report_id : null,
      allowedActions:
        isIncoming && roleMay(tx.actor.role, 'case-transfer.answer')
          ? transferWorkflow.allowed(row.state, {}).filter(({ action }) => RECEIVER_ACTIONS.has(action))
          : [],
    };
  }
}

function refuseUnknown({ box, state }: { box: string | undefined; state: string | undefined }): void {
  const errors: Record<string, string[]> = {};
  if (box !== undefined && !BOXES.includes(box)) errors['filter[box]'] = ['不支持这个筛选条件'];
  if (state !== undefined && !Object.hasOwn(TRANSFER_STATES, state))
    errors['filter[state]'] = ['不支持这个筛选条件'];
  if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
}
