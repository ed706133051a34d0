import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database';
import { HandlerRegistry, type MessageHandler, type StoredMessage } from '../../platform/outbox';
import { staffedSql } from '../../support/access';
import { Notifications } from '../../support/notifications';

interface NoticeRow {
  id: string;
  case_no: string;
  agency_id: string;
  informed_by_agency_id: string;
  logs_in: boolean;
}

/** Rings at an agency that was told of a case; one that never logs in is told by the desk, which is rung instead. */
@Injectable()
export class AgencyNoticeNotices implements MessageHandler {
  readonly name = 'coordination.agency-notices';
  readonly messages = ['case.informed'];

  constructor(
    registry: HandlerRegistry,
    private readonly notifications: Notifications,
  ) {
    registry.declare(...this.messages);
    registry.declareBroadcast('case.informed-on-behalf', 'case.inform-withdrawn');
    registry.register(this);
  }

  async handle(tx: Tx, { subjectId: caseId }: StoredMessage): Promise<void> {
    const rows = await tx.query<NoticeRow>(
      `SELECT n.id, n.case_no, n.agency_id, n.informed_by_agency_id, ${staffedSql('n.agency_id', 'agency-notice.read')} AS logs_in
         FROM agency_notice n WHERE n.case_id = $1 AND n.state = 'sent'`,
      [caseId],
    );
    for (const { id, case_no: number, agency_id: told, informed_by_agency_id: desk, logs_in: logsIn } of rows)
      await this.notifications.send(tx, {
        ...(logsIn
          ? { agencyId: told, kind: 'agency-notice.informed' }
          : { agencyId: desk, kind: 'agency-notice.to-tell' }),
        subjectKind: 'agency_notice',
        subjectId: id,
        number,
        dedupeKey: `agency-notice:${id}`,
      });
  }
}
