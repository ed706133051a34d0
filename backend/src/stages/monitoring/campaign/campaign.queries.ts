import { Injectable } from '@nestjs/common';
import { NotVisible, type RequestContext } from '../../../kernel';
import { AppDatabase, type Tx, visibility } from '../../../platform/database';
import { type ListSpec, type Page, parseList, toPage } from '../../../platform/http';
import { AuditLog } from '../../../support/audit';
import { ReferenceData } from '../../../support/reference';
import type { CampaignResponse } from '../dto/campaign.response';
import { refuseUnknownValues } from '../list-values';
import { CAMPAIGN_COLUMNS, type CampaignRow } from './campaign-commands';
import { CAMPAIGN_FILTER_VALUES, CAMPAIGN_FILTERS, campaignListRows } from './campaign-filters';
import { CampaignSheetViews } from './campaign-sheet-views';
import { CampaignTargets } from './campaign-targets';
import { CampaignTimeline } from './campaign-timeline';
import { CampaignViews } from './campaign-views';

const LIST: ListSpec = {
  filters: Object.keys(CAMPAIGN_FILTERS),
  sorts: { createdAt: { sql: 'c.created_at', cast: 'timestamptz' } },
  defaultSort: '-createdAt',
};

/** Lists and pages of screenings; every query starts from what the actor may see. */
@Injectable()
export class CampaignQueries {
  constructor(
    private readonly database: AppDatabase,
    private readonly views: CampaignViews,
    private readonly sheets: CampaignSheetViews,
    private readonly targets: CampaignTargets,
    private readonly timeline: CampaignTimeline,
    private readonly reference: ReferenceData,
    private readonly audit: AuditLog,
  ) {}

  /** One screening with its villages. @throws NotVisible 404 */
  get(ctx: RequestContext, id: string): Promise<CampaignResponse> {
    return this.database.inTransaction(ctx, async (tx) => {
      const [row] = await tx.query<CampaignRow>(
        `SELECT ${CAMPAIGN_COLUMNS} FROM campaign c WHERE c.id = $1 AND ${visibility.campaign('c')}`,
        [id],
      );
      const [plain] = row === undefined ? [] : await this.views.plain(tx, [row]);
      if (row === undefined || plain === undefined) {
        await this.audit.refused(ctx, 'campaign.read', { subjectKind: 'campaign', subjectId: id });
        throw new NotVisible();
      }
      this.audit.record(tx, { action: 'campaign.read', subjectKind: 'campaign', subjectId: id });
      return {
        ...plain,
        ...(row.state === 'draft' ? await this.foreseen(tx, row, plain) : {}),
        sheets: await this.sheets.ofCampaign(tx, id),
        timeline: await this.timeline.ofCampaign(tx, id),
      };
    });
  }

  list(ctx: RequestContext, query: Readonly<Record<string, unknown>>): Promise<Page<CampaignResponse>> {
    const request = parseList(query, LIST);
    refuseUnknownValues(request.filter, CAMPAIGN_FILTER_VALUES);
    const { from, where, params } = campaignListRows(request.filter);
    const after = request.after(params.length + 1, 'c.id');
    return this.database.inTransaction(ctx, async (tx) => {
      const rows = await tx.query<CampaignRow>(
        `SELECT ${CAMPAIGN_COLUMNS} FROM ${from} WHERE ${where} AND ${after.sql}
         ORDER BY ${request.orderBy.replace(/, id /, ', c.id ')} LIMIT ${request.limit + 1}`,
        [...params, ...after.params],
      );
      this.audit.record(tx, { action: 'campaign.list', subjectKind: 'list', detail: { count: rows.length } });
      const views = await this.views.plain(tx, rows.slice(0, request.limit));
      const byId = new Map(views.map((view) => [view.id, view]));
      const page = toPage(
        rows,
        request.limit,
        tx.now,
        (row) => row.created_at.toISOString(),
        (row) => byId.get(row.id),
      );
      return { ...page, data: page.data.filter((view) => view !== undefined) };
    });
  }

  /** Whom a draft would reach if it were published now. */
  private async foreseen(
    tx: Tx,
    row: CampaignRow,
    { coverage }: CampaignResponse,
  ): Promise<Partial<CampaignResponse>> {
    const { villages, children } = await this.targets.of(tx, row);
    return {
      coverage: { ...coverage, target: children.length },
      villageNames: villages.map((code) => this.reference.region(code)?.name ?? code),
    };
  }
}
