import { Injectable } from '@nestjs/common';
import { InvalidInput, NotVisible, type RequestContext } from '../../kernel';
import { CaseLog } from '../../casefile';
import { type Tx, visibility } from '../../platform/database';
import { AuditLog } from '../../support/audit';
import { Commands } from '../../support/commands';
import { ReferenceData } from '../../support/reference';
import { type AgencyNoticeState, agencyNoticeWorkflow, TOLD_HOW } from './agency-notice.workflow';
import type { RecordToldRequest } from './dto/agency-notice.request';

interface LockedNotice {
  case_id: string;
  child_id: string | null;
  agency_id: string;
  state: AgencyNoticeState;
}

const SIDES = { holder: 'n.agency_id = ANY (ctx_principals())', desk: 'can_work_case(n.case_id)' } as const;

/** What becomes of a 告知: its agency reads it, or the desk tells the agency and says how. */
@Injectable()
export class AgencyNoticeService {
  constructor(
    private readonly commands: Commands,
    private readonly log: CaseLog,
    private readonly reference: ReferenceData,
    private readonly audit: AuditLog,
  ) {}

  /** Opening it is reading it; the first reader of the agency stands. @throws NotVisible 404 */
  read(ctx: RequestContext, id: string): Promise<string> {
    return this.commands.run(
      ctx,
      async (tx) => {
        const { state } = await this.lock(tx, id, 'holder');
        if (state === 'read') return id;
        await tx.execute('UPDATE agency_notice SET state = $2, read_at = $3, read_by = $4 WHERE id = $1', [
          id,
          agencyNoticeWorkflow.next('read', state, undefined),
          tx.now,
          tx.actor.userId,
        ]);
        this.audit.record(tx, {
          action: 'agency-notice.mark-read',
          subjectKind: 'agency_notice',
          subjectId: id,
        });
        return id;
      },
      id,
    );
  }

  /** 代为告知: who was told, when and how; the person's name goes into the sealed log alone. */
  recordTold(ctx: RequestContext, id: string, dto: RecordToldRequest): Promise<string> {
    return this.commands.run(
      ctx,
      async (tx) => {
        const notice = await this.lock(tx, id, 'desk');
        const state = agencyNoticeWorkflow.next('record-told', notice.state, undefined);
        const at = new Date(dto.at);
        if (at > tx.now) throw new InvalidInput({ at: ['时间不能晚于现在'] });
        await tx.execute(
          'UPDATE agency_notice SET state = $2, told_at = $3, told_by = $4, told_how = $5 WHERE id = $1',
          [id, state, at, tx.actor.userId, dto.how],
        );
        const agency = this.reference.agency(notice.agency_id)?.name ?? '';
        await this.log.record(tx, {
          action: 'case.informed-on-behalf',
          caseId: notice.case_id,
          note: `${TOLD_HOW[dto.how]}告知${agency} ${dto.person}`,
          ...(notice.child_id === null ? {} : { keyId: notice.child_id }),
          data: { agencyId: notice.agency_id, how: dto.how },
        });
        return id;
      },
      id,
    );
  }

  /** The receiver does not see the case, so its child comes along only for those who do. */
  private async lock(tx: Tx, id: string, side: keyof typeof SIDES): Promise<LockedNotice> {
    const [row] = await tx.query<LockedNotice>(
      `SELECT n.case_id, n.agency_id, n.state, (SELECT c.child_id FROM case_file c WHERE c.id = n.case_id) AS child_id
         FROM agency_notice n WHERE n.id = $1 AND ${visibility.agencyNotice('n')} AND ${SIDES[side]} FOR NO KEY UPDATE OF n`,
      [id],
    );
    if (row !== undefined) return row;
    await this.audit.refused(tx.ctx, 'agency-notice.lock', { subjectKind: 'agency_notice', subjectId: id });
    throw new NotVisible();
  }
}
