import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database';
import { HandlerRegistry, type MessageHandler, type StoredMessage } from '../../platform/outbox';
import { Notifications } from '../../support/notifications';

interface CaseRow {
  case_no: string;
  urgency: string;
  owner_agency_id: string;
  worker_agency_id: string | null;
  worker_user_id: string | null;
}

const KINDS = { 'case.report-linked': 'case.report-linked', 'case.kept-apart': 'case.kept-apart' } as const;

/** A new report came to a case, or stayed apart from it: its owner and its worker hear of it, by number only. */
@Injectable()
export class LinkNotices implements MessageHandler {
  readonly name = 'intake.link-notices';
  readonly messages = [...Object.keys(KINDS), 'report.match-hidden'];

  constructor(
    registry: HandlerRegistry,
    private readonly notifications: Notifications,
  ) {
    registry.declare(...this.messages);
    registry.register(this);
  }

  async handle(tx: Tx, message: StoredMessage): Promise<void> {
    if (message.name === 'report.match-hidden') return this.askColleagues(tx, message);
    const [file] = await tx.query<CaseRow>(
      'SELECT case_no, urgency, owner_agency_id, worker_agency_id, worker_user_id FROM case_file WHERE id = $1',
      [message.subjectId],
    );
    if (file === undefined) return;
    const about = {
      kind: KINDS[message.name as keyof typeof KINDS],
      subjectKind: 'case',
      subjectId: message.subjectId,
      number: file.case_no,
      urgency: file.urgency,
    } as const;
    const dedupeKey = `${message.id}:${this.name}`;
    await this.notifications.send(tx, { ...about, agencyId: file.owner_agency_id, dedupeKey });
    const { worker_user_id: userId, worker_agency_id: agencyId } = file;
    if (userId !== null)
      await this.notifications.send(tx, { ...about, userId, dedupeKey: `${dedupeKey}:worker` });
    else if (agencyId !== null && agencyId !== file.owner_agency_id)
      await this.notifications.send(tx, { ...about, agencyId, dedupeKey: `${dedupeKey}:worker` });
  }

  /** The desk; who was taken off the report cannot read the notice (can_see_notice asks for the report). */
  private async askColleagues(tx: Tx, message: StoredMessage): Promise<void> {
    const rows = await tx.query<{ report_no: string; urgency: string; agency_id: string }>(
      `SELECT r.report_no, r.urgency, a.principal_id AS agency_id FROM report r
         JOIN report_access a ON a.report_id = r.id AND a.reason = 'intake' WHERE r.id = $1`,
      [message.subjectId],
    );
    for (const { report_no: number, urgency, agency_id: agencyId } of rows)
      await this.notifications.send(tx, {
        agencyId,
        kind: 'report.to-decide',
        subjectKind: 'report',
        subjectId: message.subjectId,
        number,
        urgency,
        dedupeKey: `${message.id}:${this.name}:${agencyId}`,
      });
  }
}
