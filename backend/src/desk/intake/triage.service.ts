import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel';
import type { Tx } from '../../platform/database';
import { Commands } from '../../support/commands';
import type { TriageReportRequest } from './dto/triage.request';
import { KeptApart } from './kept-apart';
import { ReportCommands } from './report-commands';
import { TriageCases } from './triage-cases';
import { TriageChecks } from './triage-checks';
import { TriageDecisions } from './triage-decisions';
import { TriageRecords } from './triage-records';

/**
 * 分诊: one report becomes one incident, one case per child, and the orders of the agencies. Exclusions are written first
 * in the same transaction, so that no order, notice, search or count ever reaches who must not know. A child that has a
 * case gets no second one silently: the report joins it, or a person says why not (design §3).
 */
@Injectable()
export class TriageService {
  constructor(
    private readonly commands: Commands,
    private readonly reports: ReportCommands,
    private readonly checks: TriageChecks,
    private readonly decisions: TriageDecisions,
    private readonly cases: TriageCases,
    private readonly records: TriageRecords,
    private readonly apart: KeptApart,
  ) {}

  /** @throws InvalidInput per field, ActionRefused 409, NotVisible 404 */
  triage(ctx: RequestContext, id: string, dto: TriageReportRequest): Promise<string> {
    return this.commands.run(ctx, (tx) => this.decide(tx, id, dto), id);
  }

  private async decide(tx: Tx, id: string, dto: TriageReportRequest): Promise<string> {
    const report = await this.reports.lock(tx, id);
    await this.reports.next(tx, report, 'triage');
    const { children, hidden } = await this.decisions.check(tx, dto.children);
    if (hidden.length > 0) {
      await this.apart.handOver(tx, report, hidden);
      return id;
    }
    const linked = children.filter(({ road }) => road === 'link').length;
    const action = linked === children.length ? 'link-case' : 'triage';
    const state = await this.reports.next(tx, report, action);
    const plan = await this.checks.check(tx, report, dto, action === 'triage');
    await this.records.exclude(tx, id, dto);
    const incidentId = await this.records.incident(tx, dto);
    const known = new Map<string, string>();
    for (const [index, child] of dto.children.entries()) {
      const spec = { report, incidentId, dto, child, index, known, ...plan };
      await this.cases.take(tx, spec, children[index]);
    }
    await this.records.finish(tx, report, dto, { action, state, incidentId, linked });
    return id;
  }
}
