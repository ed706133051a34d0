import { Injectable } from '@nestjs/common';
import { CaseService, dayAheadErrors, type FieldErrors, type LockedCase, requireSound } from '../../casefile';
import type { Tx } from '../../platform/database';
import type { IssueOrderRequest } from './dto/issue-order.request';
import { isLed, unsettledOrders } from './open-orders';
import { OrderIssuer } from './order-issuer';
import { OrderSupport } from './order-support';
import { orderTerms, RoutingTable } from './routing-table';
import { LETTER_KINDS } from './work-order.workflow';

interface Origin {
  report_id: string;
  situations: string[];
}

/** 补发协办单: one more agency is called while the case is at work. */
@Injectable()
export class FurtherOrdersService {
  constructor(
    private readonly cases: CaseService,
    private readonly issuer: OrderIssuer,
    private readonly routing: RoutingTable,
    private readonly support: OrderSupport,
  ) {}

  /**
   * The order is the owning desk's, whoever of the district issues it: the desk takes it back when it is returned
   * (首接负责). A court or procuratorate gets a letter.
   * @throws InvalidInput 422, ActionRefused 409
   */
  async issue(tx: Tx, locked: LockedCase, dto: IssueOrderRequest): Promise<void> {
    await this.cases.apply(tx, locked, { action: 'issue-order', data: { role: dto.role } });
    const agency = await this.support.agencyForOrder(tx, locked.id, dto.agencyId, 'agencyId');
    requireSound({
      ...(await this.agencyErrors(tx, locked.id, agency.id)),
      ...(await this.roleErrors(tx, locked.id, dto.role, agency.kind)),
      ...(dto.expectedOn === undefined ? {} : dayAheadErrors('expectedOn', dto.expectedOn, tx.now)),
    });
    const { report_id, situations } = await this.origin(tx, locked);
    const rule = await this.routing.find(tx, situations, agency.kind);
    await this.issuer.issue(tx, {
      reportId: report_id,
      incidentId: locked.incidentId,
      caseId: locked.id,
      agency,
      issuedByAgencyId: locked.ownerAgencyId,
      role: dto.role,
      task: dto.task,
      urgency: locked.urgency,
      ...orderTerms(rule, situations),
      ...(dto.expectedOn === undefined ? {} : { expectedOn: dto.expectedOn }),
    });
  }

  /** Nobody is asked twice; and who gave a task back gets it again by 改派 or 裁定 only. */
  private async agencyErrors(tx: Tx, caseId: string, agencyId: string): Promise<FieldErrors> {
    const state = (await unsettledOrders(tx, caseId)).get(agencyId);
    if (state === undefined) return {};
    return {
      agencyId: [
        state === 'returned'
          ? '该单位退回的协办单还没有处理，请在那张协办单上改派或撤回'
          : '该单位已有协办单，请在那一张上继续',
      ],
    };
  }

  private async roleErrors(tx: Tx, caseId: string, role: 'lead' | 'co', kind: string): Promise<FieldErrors> {
    if (role === 'co') return {};
    if (LETTER_KINDS.has(kind)) return { role: ['法院、检察院不作主办单位，请选「协办」'] };
    return (await isLed(tx, caseId))
      ? { role: ['已有主办单位，请选「协办」；要换主办，请在协办单上「变更为主办」'] }
      : {};
  }

  /** The report that opened the case is that of its first order: every case begins with a lead. */
  private async origin(tx: Tx, locked: LockedCase): Promise<Origin> {
    const [row] = await tx.query<Origin>(
      `SELECT w.report_id, c.situations FROM case_file c JOIN work_order w ON w.case_id = c.id AND w.incident_id = c.incident_id
        WHERE c.id = $1 ORDER BY w.issued_at, w.id LIMIT 1`,
      [locked.id],
    );
    if (row === undefined) throw new Error(`Case ${locked.id} has no order to begin with`);
    return row;
  }
}
