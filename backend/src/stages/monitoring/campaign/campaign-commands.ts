import { Injectable } from '@nestjs/common';
import { localDate, NotVisible, type RequestContext } from '../../../kernel';
import { type Tx, visibility } from '../../../platform/database';
import { AuditLog } from '../../../support/audit';
import { Commands } from '../../../support/commands';
import { Places } from '../places';
import { CampaignJournal, type CampaignEntry } from './campaign-journal';
import {
  type CampaignAction,
  type CampaignFacts,
  type CampaignState,
  campaignWorkflow,
} from './campaign.workflow';

/** A screening as a row; dates as text. */
export interface CampaignRow {
  id: string;
  number: string;
  kind: string;
  state: CampaignState;
  owner_agency_id: string;
  regions: string[];
  categories: string[];
  checklist: string[];
  starts_on: string;
  ends_on: string;
  body: Buffer;
  created_by: string;
  created_at: Date;
  opened_at: Date | null;
  closed_at: Date | null;
  /** Sheets the actor sees that are not signed off. */
  unsigned: number;
}

/** Later columns of a select list win, so the dates are text. */
export const CAMPAIGN_COLUMNS = `c.*, c.starts_on::text AS starts_on, c.ends_on::text AS ends_on,
  (SELECT count(*)::int FROM campaign_sheet s WHERE s.campaign_id = c.id AND s.state <> 'signed') AS unsigned`;

/** What is worth an entry besides the action itself. */
export type Told = Pick<CampaignEntry, 'note' | 'data' | 'reportId'>;

/** The frame of every command on a screening: once per key, lock, table, work, log (design §3). */
@Injectable()
export class CampaignCommands {
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
    action: CampaignAction,
    work: (tx: Tx, campaign: CampaignRow) => Promise<Told>,
  ): Promise<string> {
    return this.commands.run(
      ctx,
      async (tx) => {
        const campaign = await this.lock(tx, id);
        const state = campaignWorkflow.next(action, campaign.state, this.facts(tx, campaign));
        await tx.execute('UPDATE campaign SET state = $2 WHERE id = $1', [id, state]);
        const told = await work(tx, campaign);
        const moved = state === campaign.state ? {} : { from: campaign.state, to: state };
        await this.journal.write(tx, { campaignId: id, action, ...told, ...moved });
        return id;
      },
      id,
    );
  }

  facts(tx: Tx, campaign: CampaignRow): CampaignFacts {
    return {
      ownHere: campaign.owner_agency_id === tx.actor.agencyId,
      actorPlace: this.places.placeOf(tx.actor.agencyKind),
      unsigned: campaign.unsigned,
      over: campaign.ends_on < localDate(tx.now),
    };
  }

  private async lock(tx: Tx, id: string): Promise<CampaignRow> {
    const [row] = await tx.query<CampaignRow>(
      `SELECT ${CAMPAIGN_COLUMNS} FROM campaign c WHERE c.id = $1 AND ${visibility.campaign('c')} FOR NO KEY UPDATE OF c`,
      [id],
    );
    if (row !== undefined) return row;
    await this.audit.refused(tx.ctx, 'campaign.lock', { subjectKind: 'campaign', subjectId: id });
    throw new NotVisible();
  }
}
