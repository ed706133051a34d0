import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../platform/database';
import { HandlerRegistry, type MessageHandler, type StoredMessage } from '../platform/outbox';
import { Notifications } from '../support/notifications';
import { CASE_ACTIONS } from './case.workflow';
import type { CaseAction } from './workflow/case-table';

interface CaseRow {
  case_no: string;
  urgency: string;
  owner_agency_id: string;
  worker_agency_id: string | null;
  worker_user_id: string | null;
}

type Notice = NonNullable<CaseAction['notice']>;

const ACTIONS = Object.entries<CaseAction>(CASE_ACTIONS);
const NOTICES: ReadonlyMap<string, Notice> = new Map(
  ACTIONS.flatMap(([action, { notice }]) => (notice === undefined ? [] : [[`case.${action}`, notice]])),
);
/** Actions the other side sees on the case page; they refresh open screens and ring nobody. */
const QUIET = ACTIONS.filter(([, { notice }]) => notice === undefined).map(([action]) => `case.${action}`);

/** Notices about cases: number and urgency only, never a name. Tolerates any order and any repeat (dedupe by message). */
@Injectable()
export class CaseNotices implements MessageHandler, OnModuleInit {
  readonly name = 'casefile.notices';
  readonly messages = [...NOTICES.keys()];

  constructor(
    private readonly registry: HandlerRegistry,
    private readonly notifications: Notifications,
  ) {}

  onModuleInit(): void {
    this.registry.declare(...this.messages);
    this.registry.declareBroadcast(...QUIET);
    this.registry.register(this);
  }

  async handle(tx: Tx, message: StoredMessage): Promise<void> {
    const notice = NOTICES.get(message.name);
    const [file] = await tx.query<CaseRow>(
      'SELECT case_no, urgency, owner_agency_id, worker_agency_id, worker_user_id FROM case_file WHERE id = $1',
      [message.subjectId],
    );
    if (file === undefined || notice === undefined) return;
    await this.notifications.send(tx, {
      ...recipient(file, notice.to),
      kind: notice.kind,
      subjectKind: 'case',
      subjectId: message.subjectId,
      number: file.case_no,
      urgency: file.urgency,
      dedupeKey: `${message.id}:${this.name}`,
    });
  }
}

/** The named worker, else the working agency, else the owner: a notice always has somebody. */
function recipient(
  file: CaseRow,
  to: Notice['to'],
): { readonly userId: string } | { readonly agencyId: string } {
  if (to === 'worker' && file.worker_user_id !== null) return { userId: file.worker_user_id };
  return { agencyId: (to === 'worker' ? file.worker_agency_id : null) ?? file.owner_agency_id };
}
