import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database';
import { HandlerRegistry, type MessageHandler, type StoredMessage } from '../../platform/outbox';
import { Notifications } from '../../support/notifications';
import { ReportMatchEntity } from './entities';
import { BIRTH_AGREES } from './related-reports';

interface Match {
  case_id: string;
  case_no: string;
  district_code: string;
  report_no: string;
  owner_agency_id: string;
  urgency: string;
  same_id: boolean;
  owner_excluded: boolean;
}

/**
 * People who must not know of the case must not know of a report about the very child either (the same ID number): they
 * are taken off it before they open it. An agency is not, because an agency that receives reports is never shut out.
 */
const TAKE_OFF = `
  INSERT INTO report_exclusion (report_id, principal_id, district_code, hint, since)
  SELECT $1, x.principal_id, x.district_code, x.hint, $3 FROM case_exclusion x
   WHERE x.case_id = $2 AND EXISTS (SELECT 1 FROM app_user u WHERE u.id = x.principal_id)
  ON CONFLICT DO NOTHING`;

const MATCHES = `
  SELECT c.id AS case_id, c.case_no, c.district_code, r.report_no, c.owner_agency_id, r.urgency, bool_or(t.kind = 'id_number') AS same_id,
         EXISTS (SELECT 1 FROM report_exclusion e WHERE e.report_id = r.id AND e.principal_id = c.owner_agency_id) AS owner_excluded
    FROM report r JOIN report_token t ON t.report_id = r.id
    JOIN person_token p ON p.token = t.token AND p.district_code = t.district_code
    JOIN person x ON x.id = p.person_id AND x.kind = 'child'
    JOIN case_file c ON c.child_id = x.id
   WHERE r.id = $1 AND NOT EXISTS (SELECT 1 FROM report_link l WHERE l.report_id = r.id AND l.case_id = c.id)
     AND (t.kind = 'id_number' OR ${BIRTH_AGREES('t.birth_year', 'extract(year FROM x.birth_date)')})
     AND NOT EXISTS (SELECT 1 FROM report_match m WHERE m.report_id = r.id AND m.case_id = c.id)
   GROUP BY c.id, r.id ORDER BY c.id`;

/**
 * Matching sees more than people do (design §9.3): as the worker, past sealed and recused cases. The owner of a matched
 * case hears of the new report; its operator learns nothing here. The worker of the case is told only when somebody has
 * decided that it is the same child, after 谁不能知道 of the new report was applied.
 */
@Injectable()
export class ReportMatching implements MessageHandler {
  readonly name = 'intake.matching';
  readonly messages = ['report.filed'];

  constructor(
    registry: HandlerRegistry,
    private readonly notifications: Notifications,
  ) {
    registry.register(this);
  }

  async handle(tx: Tx, message: StoredMessage): Promise<void> {
    const matches = await tx.query<Match>(MATCHES, [message.subjectId]);
    for (const match of matches) {
      tx.insert(ReportMatchEntity, {
        reportId: message.subjectId,
        caseId: match.case_id,
        districtCode: match.district_code,
        reportNo: match.report_no,
        sameId: match.same_id,
        foundAt: tx.now,
      });
      if (match.same_id) await tx.execute(TAKE_OFF, [message.subjectId, match.case_id, tx.now]);
      if (match.owner_excluded) continue;
      await this.notifications.send(tx, {
        agencyId: match.owner_agency_id,
        kind: 'report.matched',
        subjectKind: 'case',
        subjectId: match.case_id,
        number: match.case_no,
        urgency: match.urgency,
        dedupeKey: `${message.id}:${this.name}:${match.case_id}`,
      });
    }
  }
}
