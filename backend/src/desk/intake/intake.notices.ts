import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database';
import { HandlerRegistry, type MessageHandler, type StoredMessage } from '../../platform/outbox';
import { Notifications } from '../../support/notifications';

interface ReportRow {
  report_no: string;
  urgency: string;
  intake_id: string | null;
  reporter_id: string | null;
  from_outside: boolean;
}

/** Somebody who adds ten photos rings once. */
const FILES_TOGETHER_MS = 10 * 60_000;

/** What intake hears of, and as which notice. */
const FOR_INTAKE: Readonly<Record<string, string>> = {
  'report.filed': 'report.submitted',
  'report.added': 'report.added',
  'report.attachment-added': 'report.added',
  'report.retract': 'report.retracted',
  'report.propose-screen-out': 'report.screening',
  'report.return-screen-out': 'report.screening-returned',
};

/** Tells intake of a new report or addition, and the reporter that an answer is there. Ids and numbers only. */
@Injectable()
export class IntakeNotices implements MessageHandler {
  readonly name = 'intake.notices';
  readonly messages = [...Object.keys(FOR_INTAKE), 'report.feedback'];

  constructor(
    registry: HandlerRegistry,
    private readonly notifications: Notifications,
  ) {
    registry.declare(...this.messages);
    registry.declareBroadcast(
      'case.opened',
      'report.received',
      'report.triaged',
      'report.link-case',
      'report.attachment-withdrawn',
      'report.police-recorded',
      'report.reporter-disclosed',
      'report.record-filing',
      'report.answer-consult',
      'report.mark-duplicate',
      'report.confirm-screen-out',
      'report.revive',
      'report.record-ticket',
      'report.transfer-out',
      'report.confirm-transfer',
      'report.refuse-transfer',
    );
    registry.register(this);
  }

  async handle(tx: Tx, message: StoredMessage): Promise<void> {
    const [report] = await tx.query<ReportRow>(
      `SELECT r.report_no, r.urgency,
              (SELECT a.principal_id FROM report_access a WHERE a.report_id = r.id AND a.reason = 'intake' LIMIT 1) AS intake_id,
              (SELECT a.principal_id FROM report_access a WHERE a.report_id = r.id AND a.reason = 'reporter' LIMIT 1) AS reporter_id,
              EXISTS (SELECT 1 FROM attachment f WHERE f.report_id = r.id AND f.uploaded_at = $2
                AND f.uploaded_agency_id NOT IN (SELECT a.principal_id FROM report_access a WHERE a.report_id = r.id AND a.reason = 'intake')) AS from_outside
         FROM report r WHERE r.id = $1`,
      [message.subjectId, message.createdAt],
    );
    if (report === undefined) return;
    const common = {
      subjectKind: 'report' as const,
      subjectId: message.subjectId,
      number: report.report_no,
      dedupeKey: `${message.id}:${this.name}`,
    };
    if (message.name === 'report.feedback') {
      if (report.reporter_id !== null)
        await this.notifications.send(tx, { ...common, userId: report.reporter_id, kind: 'report.feedback' });
      return;
    }
    const isFile = message.name === 'report.attachment-added';
    // Intake knows what it added itself.
    if (report.intake_id === null || (isFile && !report.from_outside)) return;
    await this.notifications.send(tx, {
      ...common,
      ...(isFile ? { dedupeKey: fileKey(message) } : {}),
      agencyId: report.intake_id,
      kind: FOR_INTAKE[message.name] ?? 'report.added',
      urgency: report.urgency,
    });
  }
}

function fileKey({ subjectId, createdAt }: StoredMessage): string {
  return `report.attachments:${subjectId}:${Math.floor(createdAt.getTime() / FILES_TOGETHER_MS)}`;
}
