import { Injectable } from '@nestjs/common';
import { InvalidInput } from '../../kernel';
import type { Tx } from '../../platform/database';
import { ReferenceData } from '../../support/reference';
import { type OrderRule, type PlannedNotice, RoutingTable } from '../coordination';
import type { TriageExclusion, TriageReportRequest } from './dto/triage.request';
import type { LockedReport } from './report-commands';

export interface PlannedOrder {
  readonly agency: { readonly id: string; readonly kind: string };
  readonly role: 'lead' | 'co';
  readonly task: string;
  readonly rule: OrderRule | undefined;
}

export interface TriagePlan {
  readonly orders: readonly PlannedOrder[];
  readonly notices: readonly PlannedNotice[];
  readonly exclusions: ReadonlyMap<string, string>;
}

/** What must be right before a report becomes cases: codes, one lead, nobody excluded among those who are told. */
@Injectable()
export class TriageChecks {
  constructor(
    private readonly reference: ReferenceData,
    private readonly routing: RoutingTable,
  ) {}

  async check(
    tx: Tx,
    report: LockedReport,
    dto: TriageReportRequest,
    opensCase: boolean,
  ): Promise<TriagePlan> {
    const errors: Record<string, string[]> = {};
    dto.situations.forEach((code, index) => {
      if (this.reference.situation(code) === undefined)
        errors[`situations.${index}`] = ['请从列表中选择情形'];
    });
    if (this.reference.region(dto.regionCode)?.districtCode !== tx.actor.districtCode)
      errors.regionCode = ['请从列表中选择地区'];
    if (report.police_required && report.police_told_at === null && dto.policeToldAt === undefined) {
      errors.policeToldAt = ['这类情形必须报警：请先拨打 110，再填写报警时间（强制报告意见第二条）'];
    }
    if (dto.policeToldAt !== undefined && new Date(dto.policeToldAt) > tx.now)
      errors.policeToldAt = ['时间不能晚于现在'];
    dto.children.forEach((child, index) => {
      if (child.personId === undefined && !child.name && !child.idNumber && !child.noIdReason) {
        errors[`children.${index}.name`] = ['请填写孩子姓名；身份不明请在「没有证件的原因」中写明'];
      }
    });
    const exclusions = await this.exclusions(tx, report.id, dto.exclusions);
    if (exclusions.has(tx.actor.agencyId))
      errors.exclusions = ['受理单位不能回避自己的受理；请改为回避具体人员'];
    // A case that the report joins has its lead already.
    if (opensCase && dto.orders.filter(({ role }) => role === 'lead').length !== 1)
      errors.orders = ['主办单位必须有且只有一个'];
    const orders = await this.orders(tx, dto, exclusions, errors);
    const notices = await this.notices(tx, dto, exclusions, errors);
    if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
    return { orders, notices, exclusions };
  }

  private async exclusions(
    tx: Tx,
    reportId: string,
    added: readonly TriageExclusion[],
  ): Promise<Map<string, string>> {
    const rows = await tx.query<{ principal_id: string; hint: string }>(
      'SELECT principal_id, hint FROM report_exclusion WHERE report_id = $1',
      [reportId],
    );
    return new Map([
      ...rows.map((row) => [row.principal_id, row.hint] as const),
      ...added.map((item) => [item.principalId, item.hint] as const),
    ]);
  }

  private async orders(
    tx: Tx,
    dto: TriageReportRequest,
    excluded: ReadonlyMap<string, string>,
    errors: Record<string, string[]>,
  ): Promise<PlannedOrder[]> {
    const rules = await this.routing.rowsFor(tx, dto.situations);
    const seen = new Set<string>();
    const planned: PlannedOrder[] = [];
    dto.orders.forEach((order, index) => {
      const agency = this.reference.agency(order.agencyId);
      const field = `orders.${index}.agencyId`;
      if (agency?.districtCode !== tx.actor.districtCode) errors[field] = ['请从列表中选择单位'];
      else if (excluded.has(agency.id)) errors[field] = ['该单位在「谁不能知道」中，不能派单'];
      else if (seen.has(agency.id)) errors[field] = ['同一单位只能有一张协办单，请把事项合并'];
      else
        planned.push({
          agency,
          role: order.role,
          task: order.task,
          rule: rules.find((row) => row.agency_kind === agency.kind),
        });
      seen.add(order.agencyId);
    });
    return planned;
  }

  /** Only whom the table tells may be told; anybody else gets an order, or nothing. */
  private async notices(
    tx: Tx,
    dto: TriageReportRequest,
    excluded: ReadonlyMap<string, string>,
    errors: Record<string, string[]>,
  ): Promise<PlannedNotice[]> {
    const rules = await this.routing.noticesFor(tx, dto.situations);
    const planned = new Map<string, PlannedNotice>();
    dto.notices.forEach(({ agencyId }, index) => {
      const agency = this.reference.agency(agencyId);
      const rule = rules.find((row) => row.agency_kind === agency?.kind);
      const field = `notices.${index}.agencyId`;
      if (agency?.districtCode !== tx.actor.districtCode || rule === undefined)
        errors[field] = ['这类情形不告知该单位；需要它做事请添加协办单'];
      else if (excluded.has(agency.id)) errors[field] = ['该单位在「谁不能知道」中，不能告知'];
      else planned.set(agency.id, { agency, rule });
    });
    return [...planned.values()];
  }
}
