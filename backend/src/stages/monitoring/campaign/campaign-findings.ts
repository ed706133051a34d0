import { Injectable } from '@nestjs/common';
import { NotVisible, type RequestContext } from '../../../kernel';
import { FilingService } from '../../../desk/intake';
import { AppDatabase, type Tx, visibility } from '../../../platform/database';
import { AuditLog } from '../../../support/audit';
import type { ReportScreeningRequest } from '../dto/campaign-sheet.request';
import { WatchReportEntity } from '../entities';
import { findingReport, FindingService, type ReportedChild } from '../watch/finding.service';
import { CampaignScreening } from './campaign-screening';
import { CampaignSheetCommands, type TaskRow } from './campaign-sheet-commands';

interface Known {
  readonly child: ReportedChild;
  readonly regionCode: string;
  readonly watchItemId: string | null;
}

/** 转为报告: what a screening found becomes a report at the front door, on the same road as what a visit found. */
@Injectable()
export class CampaignFindings {
  constructor(
    private readonly filing: FilingService,
    private readonly sheets: CampaignSheetCommands,
    private readonly screening: CampaignScreening,
    private readonly findings: FindingService,
    private readonly database: AppDatabase,
    private readonly audit: AuditLog,
  ) {}

  /** Returns the id of the sheet. @throws NotVisible 404, InvalidInput 422 */
  async report(ctx: RequestContext, id: string, { taskId, ...dto }: ReportScreeningRequest): Promise<string> {
    const { child, regionCode, watchItemId } = await this.known(ctx, id, taskId);
    await this.filing.submit(ctx, findingReport(ctx, dto, child, regionCode), (tx, reportId) =>
      this.sheets.act(tx, id, 'report-finding', async () => {
        const link = { reportId, campaignTaskId: taskId, situations: dto.situations };
        if (watchItemId === null) this.link(tx, link);
        else await this.findings.link(tx, watchItemId, link);
        return { reportId, data: { taskId, situations: dto.situations } };
      }),
    );
    return id;
  }

  private link(tx: Tx, { reportId, campaignTaskId }: { reportId: string; campaignTaskId: string }): void {
    tx.insert(WatchReportEntity, {
      reportId,
      districtCode: tx.actor.districtCode,
      watchItemId: null,
      campaignTaskId,
      filedBy: tx.actor.userId,
      filedAt: tx.now,
    });
  }

  private async known(ctx: RequestContext, id: string, taskId: string): Promise<Known> {
    const found = await this.database.inTransaction(ctx, async (tx) => {
      const [row] = await tx.query<TaskRow & { region_code: string }>(
        `SELECT t.*, s.region_code, w.child_id FROM campaign_task t JOIN campaign_sheet s ON s.id = t.sheet_id
           LEFT JOIN watch_item w ON w.id = t.watch_item_id
          WHERE t.id = $1 AND s.id = $2 AND ${visibility.campaignTask('t')} AND ${visibility.campaignSheet('s')}`,
        [taskId, id],
      );
      if (row === undefined) return undefined;
      const { watch_item_id: watchItemId, child_id: childId, region_code: regionCode } = row;
      const child =
        watchItemId !== null && childId !== null
          ? await this.findings.child(tx, watchItemId, childId)
          : await this.unlisted(row);
      return { child, regionCode, watchItemId };
    });
    if (found !== undefined) return found;
    await this.audit.refused(ctx, 'campaign.sheet.report-finding', {
      subjectKind: 'campaign_sheet',
      subjectId: id,
    });
    throw new NotVisible();
  }

  /** A child nobody watches yet, as the sheet describes it. */
  private async unlisted(task: TaskRow): Promise<ReportedChild> {
    const { name, sex = 'unknown', age, address } = await this.screening.body(task);
    const facts = { name, age, address };
    const known = Object.entries(facts).filter(([, value]) => value !== undefined);
    return { sex, ...(Object.fromEntries(known) as Partial<ReportedChild>) };
  }
}
