import { Injectable } from '@nestjs/common';
import { NotVisible, type RequestContext } from '../../../kernel';
import { type Tx, visibility } from '../../../platform/database';
import { AuditLog } from '../../../support/audit';
import { Commands } from '../../../support/commands';
import { Places } from '../places';
import type { Told } from './campaign-commands';
import { CampaignJournal } from './campaign-journal';
import {
  campaignSheetWorkflow,
  type SheetAction,
  type SheetFacts,
  type SheetState,
} from './campaign-sheet.workflow';
import type { TaskState } from './campaign.rules';
import type { CampaignState } from './campaign.workflow';

/** The sheet of a village as a row, with what it needs of its screening. */
export interface SheetRow {
  id: string;
  campaign_id: string;
  number: string;
  region_code: string;
  agency_id: string;
  station_agency_id: string;
  state: SheetState;
  submitted_by: string | null;
  submitted_at: Date | null;
  signed_by: string | null;
  signed_at: Date | null;
  campaign_state: CampaignState;
  kind: string;
  checklist: string[];
  starts_on: string;
  ends_on: string;
  campaign_body: Buffer;
  /** Children the actor sees for whom nothing is recorded yet. */
  unrecorded: number;
}

export const SHEET_COLUMNS = `s.*, c.state AS campaign_state, c.kind, c.checklist, c.starts_on::text AS starts_on, c.ends_on::text AS ends_on,
  c.body AS campaign_body,
  (SELECT count(*)::int FROM campaign_task t WHERE t.sheet_id = s.id AND t.state = 'open' AND ${visibility.campaignTask('t')}) AS unrecorded`;

export const SHEET_FROM = 'campaign_sheet s JOIN campaign c ON c.id = s.campaign_id';

/** One child of a sheet. */
export interface TaskRow {
  id: string;
  sheet_id: string;
  watch_item_id: string | null;
  /** Of the watched child; null for one that the screening found. */
  child_id: string | null;
  state: TaskState;
  findings: string[];
  not_met_reason: string | null;
  body: Buffer | null;
  worked_by: string | null;
  worked_at: Date | null;
}

/** The frame of every command on a village's sheet. */
@Injectable()
export class CampaignSheetCommands {
  constructor(
    private readonly commands: Commands,
    private readonly places: Places,
    private readonly journal: CampaignJournal,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NotVisible 404, ActionRefused 409, InvalidInput 422 */
  run(
    ctx: RequestContext,
    id: string,
    action: SheetAction,
    work: (tx: Tx, sheet: SheetRow) => Promise<Told>,
  ): Promise<string> {
    return this.commands.run(
      ctx,
      async (tx) => {
        await this.act(tx, id, action, work);
        return id;
      },
      id,
    );
  }

  /** The same inside a transaction that somebody else has begun (filing a report). */
  async act(
    tx: Tx,
    id: string,
    action: SheetAction,
    work: (tx: Tx, sheet: SheetRow) => Promise<Told>,
  ): Promise<void> {
    const sheet = await this.lock(tx, id);
    const state = campaignSheetWorkflow.next(action, sheet.state, this.facts(tx, sheet));
    await tx.execute('UPDATE campaign_sheet SET state = $2 WHERE id = $1', [id, state]);
    const told = await work(tx, sheet);
    const moved = state === sheet.state ? {} : { from: sheet.state, to: state };
    await this.journal.write(tx, {
      campaignId: sheet.campaign_id,
      sheetId: id,
      action: `sheet.${action}`,
      ...told,
      ...moved,
    });
  }

  facts(tx: Tx, sheet: SheetRow): SheetFacts {
    const actorPlace = this.places.placeOf(tx.actor.agencyKind);
    return {
      campaignState: sheet.campaign_state,
      sheetState: sheet.state,
      actorId: tx.actor.userId,
      actorPlace,
      above: actorPlace !== 'village',
      submittedBy: sheet.submitted_by,
      unrecorded: sheet.unrecorded,
    };
  }

  /** A child of the sheet that the actor may know of. @throws NotVisible 404 */
  async task(tx: Tx, sheetId: string, taskId: string): Promise<TaskRow> {
    const [row] = await tx.query<TaskRow>(
      `SELECT t.*, w.child_id FROM campaign_task t LEFT JOIN watch_item w ON w.id = t.watch_item_id
        WHERE t.id = $1 AND t.sheet_id = $2 AND ${visibility.campaignTask('t')} FOR NO KEY UPDATE OF t`,
      [taskId, sheetId],
    );
    if (row !== undefined) return row;
    await this.audit.refused(tx.ctx, 'campaign.task', { subjectKind: 'campaign_sheet', subjectId: sheetId });
    throw new NotVisible();
  }

  /** The screening is held, too, so that it cannot end while a child is being recorded. */
  private async lock(tx: Tx, id: string): Promise<SheetRow> {
    const [row] = await tx.query<SheetRow>(
      `SELECT ${SHEET_COLUMNS} FROM ${SHEET_FROM}
        WHERE s.id = $1 AND ${visibility.campaignSheet('s')} FOR NO KEY UPDATE OF s FOR SHARE OF c`,
      [id],
    );
    if (row !== undefined) return row;
    await this.audit.refused(tx.ctx, 'campaign.lock', { subjectKind: 'campaign_sheet', subjectId: id });
    throw new NotVisible();
  }
}
