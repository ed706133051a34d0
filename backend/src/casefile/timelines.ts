import { Injectable } from '@nestjs/common';
import { FieldCrypto, KeyDestroyedError } from '../platform/crypto';
import type { Tx } from '../platform/database';
import { actionLabel, SEALED_ACTOR_ACTIONS } from './case-action-labels';
import type { SectionCase } from './case-sections';
import type { TimelineEntryResponse } from './dto/timeline-entry.response';

interface ActionRow {
  id: string;
  at: Date;
  action: string;
  stage: string | null;
  note: Buffer | null;
  case_id: string | null;
  actor: string | null;
  actor_user_id: string | null;
  agency: string | null;
  agency_kind: string | null;
  order_no: string | null;
  order_agency: string | null;
  what: string | null;
}

const SELECT = `SELECT a.id, a.at, a.action, a.stage, a.note, a.case_id, a.actor_user_id, u.display_name AS actor, g.name AS agency, g.kind AS agency_kind,
    o.order_no, og.name AS order_agency, a.data->>'what' AS what
  FROM case_action a LEFT JOIN app_user u ON u.id = a.actor_user_id LEFT JOIN agency g ON g.id = a.actor_agency_id
  LEFT JOIN work_order o ON o.id = a.work_order_id LEFT JOIN agency og ON og.id = o.agency_id`;

/** Agencies that keep a child: whoever may not know where it is does not read that one of them acted (design §9.7). */
const KEEPERS: ReadonlySet<string> = new Set(['shelter', 'welfare_home', 'hospital']);

/** 办理经过 from the action log. Row-level security leaves an order holder only the entries of the own orders. */
@Injectable()
export class Timelines {
  constructor(private readonly crypto: FieldCrypto) {}

  async ofCase(
    tx: Tx,
    file: Pick<SectionCase, 'id' | 'childId'>,
    { hidesKeepers }: { readonly hidesKeepers: boolean },
  ): Promise<TimelineEntryResponse[]> {
    const rows = await tx.query<ActionRow>(
      `${SELECT} WHERE a.case_id = $1 ORDER BY a.at, (a.action = 'case.opened') DESC, a.id`,
      [file.id],
    );
    return Promise.all(
      rows.map((row) =>
        this.toEntry(tx, hidesKeepers && isKeepers(row) ? withoutActor(row) : row, file.childId),
      ),
    );
  }

  /** The log of a report before and beside its cases; notes of case entries stay with the case. */
  async ofReport(tx: Tx, reportId: string): Promise<TimelineEntryResponse[]> {
    const rows = await tx.query<ActionRow>(`${SELECT} WHERE a.report_id = $1 ORDER BY a.at, a.id`, [
      reportId,
    ]);
    return Promise.all(rows.map((row) => this.toEntry(tx, row, row.case_id === null ? reportId : null)));
  }

  private async toEntry(tx: Tx, row: ActionRow, keyId: string | null): Promise<TimelineEntryResponse> {
    const sealed = SEALED_ACTOR_ACTIONS.has(row.action) && row.actor_user_id !== tx.actor.userId;
    return {
      id: row.id,
      at: row.at.toISOString(),
      upcoming: false,
      action: row.action,
      label: actionLabel(row.action),
      subject: subjectOf(row),
      stage: row.stage,
      actorName: sealed ? null : (row.actor ?? '系统'),
      agencyName: sealed ? null : row.agency,
      note: keyId === null || row.note === null ? null : await this.note(keyId, row.id, row.note),
    };
  }

  /** A destroyed key takes the words away and leaves the entry. */
  private async note(keyId: string, rowId: string, note: Buffer): Promise<string> {
    try {
      return await this.crypto.decrypt(keyId, 'case_action.note', rowId, note);
    } catch (error) {
      if (error instanceof KeyDestroyedError) return '（内容已销毁）';
      throw error;
    }
  }
}

function isKeepers({ agency_kind, order_no, actor_user_id }: ActionRow): boolean {
  return order_no === null && actor_user_id !== null && KEEPERS.has(agency_kind ?? '');
}

function withoutActor(row: ActionRow): ActionRow {
  return { ...row, actor: '承办人员', agency: null };
}

const STEPS: Readonly<Record<string, string>> = {
  accept: '签收 · ',
  finish: '办结 · ',
  excluded: '承办单位不能知道此案 · ',
};

/** Which order an entry is about: many agencies sign on one day, and each line must say whose. */
function subjectOf({ order_no, order_agency, what }: ActionRow): string | null {
  if (order_no === null || order_agency === null) return null;
  return `${STEPS[what ?? ''] ?? ''}${order_agency} ${order_no}`;
}
