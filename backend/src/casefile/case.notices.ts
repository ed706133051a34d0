import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../platform/database';
import { HandlerRegistry, type MessageHandler, type StoredMessage } from '../platform/outbox';
import { type NoticeKind, Notifications } from '../support/notifications';
import { CASE_ACTIONS } from './case.workflow';
import type { CaseAction } from './workflow/case-table';

interface CaseRow {
  case_no: string;
  urgency: string;
  owner_agency_id: string;
  worker_agency_id: string | null;
  worker_user_id: string | null;
  endorser_id: string | null;
  /** The latest 跟踪回访 found something that somebody has to decide on. */
  alarmed: boolean;
}

type Notice = NonNullable<CaseAction['notice']>;
type Recipient = { readonly userId: string } | { readonly agencyId: string };

const CASE = `
  SELECT c.case_no, c.urgency, c.owner_agency_id, c.worker_agency_id, c.worker_user_id, closing_endorser(c.id) AS endorser_id,
         coalesce((SELECT f.advice = 'reopen' FROM case_follow_up f WHERE f.case_id = c.id ORDER BY f.recorded_at DESC, f.id DESC LIMIT 1), false) AS alarmed
    FROM case_file c WHERE c.id = $1`;

const ACTIONS = Object.entries<CaseAction>(CASE_ACTIONS);
const NOTICES: ReadonlyMap<string, Notice> = new Map([
  ...ACTIONS.flatMap(([action, { notice }]): [string, Notice][] =>
    notice === undefined ? [] : [[`case.${action}`, notice]],
  ),
  ['case.backstop', { to: 'worker', kind: 'case.backstop' }],
]);
/** What waits for a second person, or should be seen by one: the district desk, the township and who supervises. */
const LEADER_NOTICES: ReadonlyMap<string, NoticeKind> = new Map([
  ['case.assessment-proposed', 'case.assessment-proposed'],
  ['case.plan-proposed', 'case.plan-proposed'],
  ['case.plan-escalated', 'case.plan-escalated'],
]);
/** Actions the other side sees on the case page; they refresh open screens and ring nobody. */
const QUIET = ACTIONS.filter(([, { notice }]) => notice === undefined).map(([action]) => `case.${action}`);

/** Notices about cases: number and urgency only, never a name. Tolerates any order and any repeat (dedupe by message). */
@Injectable()
export class CaseNotices implements MessageHandler, OnModuleInit {
  readonly name = 'casefile.notices';
  readonly messages = [...NOTICES.keys(), ...LEADER_NOTICES.keys()];

  constructor(
    private readonly registry: HandlerRegistry,
    private readonly notifications: Notifications,
  ) {}

  onModuleInit(): void {
    this.registry.declare(...this.messages);
    this.registry.declareBroadcast(...QUIET, 'case.attachment-added', 'case.attachment-withdrawn');
    this.registry.register(this);
  }

  async handle(tx: Tx, message: StoredMessage): Promise<void> {
    const [file] = await tx.query<CaseRow>(CASE, [message.subjectId]);
    if (file === undefined) return;
    const about = {
      subjectKind: 'case',
      subjectId: message.subjectId,
      number: file.case_no,
      urgency: file.urgency,
    } as const;
    const dedupeKey = `${message.id}:${this.name}`;
    const notice = noticeOf(message.name, file);
    if (notice !== undefined && notice.to !== 'leaders')
      await this.notifications.send(tx, {
        ...about,
        ...recipient(file, notice.to),
        kind: notice.kind,
        dedupeKey,
      });
    const kind = notice?.to === 'leaders' ? notice.kind : LEADER_NOTICES.get(message.name);
    if (kind === undefined) return;
    for (const agencyId of await leadersOf(tx, message.subjectId))
      await this.notifications.send(tx, { ...about, agencyId, kind, dedupeKey: `${dedupeKey}:${agencyId}` });
  }
}

/** A follow-up rings only when it found something. */
function noticeOf(message: string, file: CaseRow): Notice | undefined {
  return message === 'case.record-follow-up' && !file.alarmed ? undefined : NOTICES.get(message);
}

/** Agencies whose people may decide about the case: intake, the place's station, supervision. */
async function leadersOf(tx: Tx, caseId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT DISTINCT a.principal_id AS id FROM case_access a JOIN agency g ON g.id = a.principal_id
      WHERE a.case_id = $1 AND a.reason IN ('intake', 'region', 'supervision')
        AND a.valid_from <= $2 AND (a.valid_until IS NULL OR a.valid_until > $2) ORDER BY id`,
    [caseId, tx.now],
  );
  return rows.map(({ id }) => id);
}

/** A notice always has somebody: the agency that owns the case when nobody nearer is known. */
function recipient(file: CaseRow, to: Exclude<Notice['to'], 'leaders'>): Recipient {
  const owner = { agencyId: file.owner_agency_id };
  switch (to) {
    case 'worker':
      if (file.worker_user_id !== null) return { userId: file.worker_user_id };
      return file.worker_agency_id === null ? owner : { agencyId: file.worker_agency_id };
    case 'signer':
      return file.endorser_id === null ? owner : { agencyId: file.endorser_id };
    case 'owner':
      return owner;
  }
}
