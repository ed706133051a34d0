import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel';
import { Commands } from '../../support/commands';
import type { TriageReportRequest } from './dto/triage.request';
import { CaseOpener } from './case-opener';
import { ReportCommands } from './report-commands';
import { TriageChecks } from './triage-checks';
import { TriageRecords } from './triage-records';

/**
 * 分诊: one report becomes one incident, one case per child, and the orders of the agencies. Exclusions are written first
 * in the same transaction, so that no order, notice, search or count ever reaches who must not know.
 */
@Injectable()
export class TriageService {
  constructor(
    private readonly commands: Commands,
    private readonly reports: ReportCommands,
    private readonly checks: TriageChecks,
    private readonly cases: CaseOpener,
    private readonly records: TriageRecords,
  ) {}

  /** @throws InvalidInput per field, ActionRefused 409, NotVisible 404 */
  triage(ctx: RequestContext, id: string, dto: TriageReportRequest): Promise<string> {
    return this.commands.run(
      ctx,
      async (tx) => {
        const report = await this.reports.lock(tx, id);
        const state = await this.reports.next(tx, report, 'triage');
        const plan = await this.checks.check(tx, report, dto);
        await this.records.exclude(tx, id, dto);
        const incidentId = await this.records.incident(tx, dto);
        const known = new Map<string, string>();
        for (const [index, child] of dto.children.entries()) {
          await this.cases.open(tx, {
            report,
            incidentId,
            dto,
            child,
            index,
            known,
            orders: plan.orders,
            exclusions: plan.exclusions,
          });
        }
        await this.records.finish(tx, report, dto, { state, incidentId });
        return id;
      },
      id,
    );
  }
}
