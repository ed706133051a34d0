import { Injectable } from '@nestjs/common';
import { NotVisible, type RequestContext } from '../../../kernel';
import { AppDatabase, visibility } from '../../../platform/database';
import { type ListSpec, type Page, parseList, toPage } from '../../../platform/http';
import { AuditLog } from '../../../support/audit';
import { DeadlineQueries } from '../../../support/deadlines';
import { ReferenceData } from '../../../support/reference';
import type { CampaignSheetResponse } from '../dto/campaign.response';
import { refuseUnknownValues } from '../list-values';
import { SHEET_FILTER_VALUES, SHEET_FILTERS, sheetListRows } from './campaign-filters';
import { CampaignSheetChildren } from './campaign-sheet-children';
import { SHEET_COLUMNS, SHEET_FROM, type SheetRow } from './campaign-sheet-commands';
import { CampaignSheetViews } from './campaign-sheet-views';
import { CampaignTimeline } from './campaign-timeline';

const LIST: ListSpec = {
  filters: Object.keys(SHEET_FILTERS),
  sorts: { endsOn: { sql: 'c.ends_on::text', cast: 'text' } },
  defaultSort: '-endsOn',
};

/** Lists and pages of village sheets; every query starts from what the actor may see. */
@Injectable()
export class CampaignSheetQueries {
  constructor(
    private readonly database: AppDatabase,
    private readonly views: CampaignSheetViews,
    private readonly children: CampaignSheetChildren,
    private readonly clocks: DeadlineQueries,
    private readonly timeline: CampaignTimeline,
    private readonly reference: ReferenceData,
    private readonly audit: AuditLog,
  ) {}

  /** One sheet with its children by name; the reading is audited. @throws NotVisible 404 */
  get(ctx: RequestContext, id: string): Promise<CampaignSheetResponse> {
    return this.database.inTransaction(ctx, async (tx) => {
      const [row] = await tx.query<SheetRow>(
        `SELECT ${SHEET_COLUMNS} FROM ${SHEET_FROM} WHERE s.id = $1 AND ${visibility.campaignSheet('s')}`,
        [id],
      );
      const [plain] = row === undefined ? [] : await this.views.plain(tx, [row]);
      if (row === undefined || plain === undefined) {
        await this.audit.refused(ctx, 'campaign.sheet.read', {
          subjectKind: 'campaign_sheet',
          subjectId: id,
        });
        throw new NotVisible();
      }
      this.audit.record(tx, { action: 'campaign.sheet.read', subjectKind: 'campaign_sheet', subjectId: id });
      return {
        ...plain,
        checklist: row.checklist.map((code) => ({
          code,
          name: this.reference.codeName('CAMPAIGN_CHECKS', code) ?? code,
        })),
        children: await this.children.ofSheet(tx, id),
        deadlines: await this.clocks.forSubjects(tx, { campaignSheetId: id }),
        timeline: await this.timeline.ofSheet(tx, id),
      };
    });
  }

  list(ctx: RequestContext, query: Readonly<Record<string, unknown>>): Promise<Page<CampaignSheetResponse>> {
    const request = parseList(query, LIST);
    refuseUnknownValues(request.filter, SHEET_FILTER_VALUES);
    const { from, where, params } = sheetListRows(request.filter);
    const after = request.after(params.length + 1, 's.id');
    return this.database.inTransaction(ctx, async (tx) => {
      const rows = await tx.query<SheetRow>(
        `SELECT ${SHEET_COLUMNS} FROM ${from} WHERE ${where} AND ${after.sql}
         ORDER BY ${request.orderBy.replace(/, id /, ', s.id ')} LIMIT ${request.limit + 1}`,
        [...params, ...after.params],
      );
      this.audit.record(tx, {
        action: 'campaign.sheet.list',
        subjectKind: 'list',
        detail: { count: rows.length },
      });
      const views = await this.views.plain(tx, rows.slice(0, request.limit));
      const byId = new Map(views.map((view) => [view.id, view]));
      const page = toPage(
        rows,
        request.limit,
        tx.now,
        (row) => row.ends_on,
        (row) => byId.get(row.id),
      );
      return { ...page, data: page.data.filter((view) => view !== undefined) };
    });
  }
}
