import { Injectable } from '@nestjs/common';
import { mayReadClass, PersonQueries } from '../../../people';
import { type Tx, visibility } from '../../../platform/database';
import { ReferenceData } from '../../../support/reference';
import type { ScreenedChildResponse } from '../dto/campaign.response';
import { CampaignScreening } from './campaign-screening';
import type { TaskRow } from './campaign-sheet-commands';
import { TASK_STATES } from './campaign.rules';

interface ChildRow extends TaskRow {
  /** The child's file, or the one proposed for a child that was not on the list. */
  file_id: string | null;
  file_number: string | null;
  categories: string[] | null;
  worker: string | null;
  report_nos: string[];
}

const ROWS = `
  SELECT t.*, w.child_id, coalesce(w.id, f.id) AS file_id, coalesce(w.number, f.number) AS file_number, w.categories, u.display_name AS worker,
         ARRAY(SELECT r.report_no FROM watch_report x JOIN report r ON r.id = x.report_id
                WHERE x.campaign_task_id = t.id AND ${visibility.report('r')} ORDER BY x.filed_at) AS report_nos
    FROM campaign_task t LEFT JOIN watch_item w ON w.id = t.watch_item_id
    LEFT JOIN watch_item f ON f.campaign_task_id = t.id AND ${visibility.watchItem('f')}
    LEFT JOIN app_user u ON u.id = t.worked_by
   WHERE t.sheet_id = $1 AND ${visibility.campaignTask('t')}
   ORDER BY (t.state = 'open') DESC, t.id`;

/** The children of a village's sheet: those still to see first, each as whoever goes there needs to know it. */
@Injectable()
export class CampaignSheetChildren {
  constructor(
    private readonly people: PersonQueries,
    private readonly screening: CampaignScreening,
    private readonly reference: ReferenceData,
  ) {}

  async ofSheet(tx: Tx, sheetId: string): Promise<ScreenedChildResponse[]> {
    const rows = await tx.query<ChildRow>(ROWS, [sheetId]);
    const ids = rows.map(({ child_id: id }) => id).filter((id) => id !== null);
    const views = await this.people.views(tx, ids, { contact: mayReadClass(tx.actor.role, 'contact') });
    return Promise.all(
      rows.map(async (row) => {
        const person = row.child_id === null ? undefined : views.get(row.child_id);
        const said = await this.screening.body(row);
        return {
          ...this.plain(row),
          name: person?.name ?? said.name ?? null,
          sex: person?.sex ?? said.sex ?? 'unknown',
          age: person?.age ?? said.age ?? null,
          address: person?.address ?? said.address ?? null,
          phone: person?.phone ?? null,
          note: said.note ?? null,
        };
      }),
    );
  }

  private plain(row: ChildRow) {
    const name = (set: string, code: string): string => this.reference.codeName(set, code) ?? code;
    return {
      taskId: row.id,
      state: row.state,
      stateName: TASK_STATES[row.state],
      listed: row.watch_item_id !== null,
      categoryNames: (row.categories ?? []).map((code) => name('WATCH_CATEGORIES', code)),
      watchItemId: row.file_id,
      watchNumber: row.file_number,
      findings: row.findings,
      findingNames: row.findings.map((code) => name('CAMPAIGN_CHECKS', code)),
      notMetReason: row.not_met_reason,
      notMetReasonName: row.not_met_reason === null ? null : name('CAMPAIGN_NOT_MET', row.not_met_reason),
      workedByName: row.worker,
      workedAt: row.worked_at?.toISOString() ?? null,
      reportNos: row.report_nos,
    };
  }
}
