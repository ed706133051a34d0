import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../platform/database';
import { HandlerRegistry, type MessageHandler, type StoredMessage } from '../../platform/outbox';
import { type NoticeKind, Notifications } from '../../support/notifications';

const KINDS: Readonly<Record<string, NoticeKind>> = {
  'case.convene-conference': 'conference.convened',
  'case.cancel-conference': 'conference.cancelled',
  'case.conclude-conference': 'conference.concluded',
};

/** Who is told of which step: those called, and after the conclusion those with a task. Agencies that sign in only. */
const RECIPIENTS = `
  SELECT DISTINCT x.agency_id, f.case_no, f.urgency
    FROM case_file f
    JOIN LATERAL (SELECT c.id FROM conference c WHERE c.case_id = f.id ORDER BY c.convened_at DESC, c.id DESC LIMIT 1) c ON true
    JOIN LATERAL (
      SELECT p.agency_id FROM conference_participant p WHERE p.conference_id = c.id AND p.agency_id IS NOT NULL AND $2 <> 'case.conclude-conference'
      UNION SELECT t.agency_id FROM conference_task t WHERE t.conference_id = c.id AND $2 = 'case.conclude-conference') x ON true
    JOIN agency a ON a.id = x.agency_id AND a.logs_in
   WHERE f.id = $1 ORDER BY x.agency_id`;

/** Calls the agencies by a notice without a name. Who must not know was refused before, and is left out again here. */
@Injectable()
export class ConferenceNotices implements MessageHandler, OnModuleInit {
  readonly name = 'conferences.notices';
  readonly messages = Object.keys(KINDS);

  constructor(
    private readonly registry: HandlerRegistry,
    private readonly notifications: Notifications,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  async handle(tx: Tx, message: StoredMessage): Promise<void> {
    const kind = KINDS[message.name];
    if (kind === undefined) return;
    const rows = await tx.query<{ agency_id: string; case_no: string; urgency: string }>(RECIPIENTS, [
      message.subjectId,
      message.name,
    ]);
    for (const { agency_id: agencyId, case_no: number, urgency } of rows)
      await this.notifications.send(tx, {
        agencyId,
        kind,
        subjectKind: 'case',
        subjectId: message.subjectId,
        number,
        urgency,
        dedupeKey: `${message.id}:${this.name}:${agencyId}`,
      });
  }
}
