import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { AssignmentService, CaseCommands } from '@tonghu/backend/casefile';
import { WorkOrderQueries, WorkOrderService } from '@tonghu/backend/desk/coordination';
import {
  FilingService,
  ReportQueries,
  ReportService,
  TriageProposals,
  TriageService,
} from '@tonghu/backend/desk/intake';
import type { CreateReportRequest, TriageReportRequest } from '@tonghu/backend/desk/intake';
import { localDate, newId, type RequestContext } from '@tonghu/backend/kernel';
import { Clock, WorkerDatabase } from '@tonghu/backend/platform/database';
import { Drainer } from '@tonghu/backend/platform/outbox';
import { SessionService } from '@tonghu/backend/support/access';
import { ReferenceData } from '@tonghu/backend/support/reference';
import { demoFamilies, type DemoFamily } from './people';

/** Acts as demo accounts through the very services people use, so that audit, clocks and rules hold for demo cases too. */
class Stage {
  constructor(readonly app: INestApplicationContext) {}

  async as(username: string, route: string): Promise<RequestContext> {
    const actor = await this.app.get(SessionService).findActor(username);
    if (actor === undefined) throw new Error(`No demo account ${username}`);
    return { actor, requestId: newId(), route: `demo.${route}.${randomUUID()}` };
  }

  async file(family: DemoFamily, words: Partial<CreateReportRequest>): Promise<string> {
    return this.app.get(FilingService).file(await this.as('jiaoshi', 'file'), reportOf(family, words));
  }

  async receive(reportId: string): Promise<void> {
    await this.app.get(ReportService).receive(await this.as('shouli1', 'receive'), reportId);
  }

  async triage(
    reportId: string,
    summary: string,
    urgency: TriageReportRequest['urgency'],
    now: Date,
  ): Promise<string[]> {
    const ctx = await this.as('shouli1', 'triage');
    const proposal = await this.app.get(TriageProposals).get(ctx, reportId);
    const orders = proposal.orders
      .filter(({ selected }) => selected)
      .map(({ agencyId, role, task }) => ({ agencyId, role, task }));
    await this.app.get(TriageService).triage(ctx, reportId, {
      urgency,
      situations: proposal.situations,
      summary,
      regionCode: proposal.regionCode ?? '',
      children: proposal.children,
      suspects: proposal.suspects,
      exclusions: [],
      orders,
      policeToldAt: now.toISOString(),
    });
    return ((await this.app.get(ReportQueries).get(ctx, reportId)).cases ?? []).map(({ id }) => id);
  }

  async accept(username: string): Promise<void> {
    const ctx = await this.as(username, 'accept');
    const inbox = await this.app
      .get(WorkOrderQueries)
      .list(ctx, { 'filter[state]': 'issued', 'filter[box]': 'mine' });
    for (const { id } of inbox.data)
      await this.app.get(WorkOrderService).accept(await this.as(username, 'accept'), id);
  }

  async assign(caseId: string, villageCode: string): Promise<void> {
    const ctx = await this.as('dudao', 'assign');
    const reference = this.app.get(ReferenceData);
    const village = reference.agenciesOfKind(ctx.actor.districtCode, 'village', villageCode)[0];
    const director = reference
      .handlersOf(ctx.actor.districtCode)
      .find(({ agencyId }) => agencyId === village?.id);
    if (village === undefined || director === undefined) throw new Error(`No director in ${villageCode}`);
    const assignment = { agencyId: village.id, userId: director.id };
    await this.app
      .get(CaseCommands)
      .run(ctx, caseId, (tx, locked) => this.app.get(AssignmentService).assign(tx, locked, assignment));
  }
}

/**
 * A few invented cases to look at: one report nobody has opened (urgent), one received, and a sibling pair in the middle of
 * its road. Does nothing when there are reports already; refuses a real installation (the accounts do not exist there).
 */
export async function seedDemoCases(app: INestApplicationContext): Promise<void> {
  const [found] = await app
    .get(WorkerDatabase)
    .dataSource.query<{ n: number }[]>('SELECT count(*)::int AS n FROM report');
  if ((found?.n ?? 0) > 0) return;
  const stage = new Stage(app);
  const now = app.get(Clock).now();
  const [bridge, persimmon, lotus] = demoFamilies(localDate(now));
  if (bridge === undefined || persimmon === undefined || lotus === undefined)
    throw new Error('The demo families are incomplete');
  const siblings = await stage.file(persimmon, {
    situations: ['MR6'],
    facts: '两个孩子跟着奶奶生活，奶奶住院一周，孩子自己做饭，连续三天没来上学。',
    suspects: [],
    exclusionHints: [],
    policeToldAt: new Date(now.getTime() - 30 * 60_000).toISOString(),
  });
  await stage.receive(siblings);
  const cases = await stage.triage(
    siblings,
    '学校报告一户家庭的两名儿童近期无人照料，需要上门核实并安排临时照料。',
    'U1',
    now,
  );
  await stage.accept('paichusuo');
  for (const caseId of cases.slice(0, 1)) await stage.assign(caseId, persimmon.regionCode);
  const received = await stage.file(lotus, {
    situations: ['BULLYING'],
    facts: '同班几名同学多次拦住她要钱，她不敢上学。',
    suspects: [{ perpetratorType: 'SCHOOLMATE' }],
    exclusionHints: [],
  });
  await stage.receive(received);
  await stage.file(bridge, {
    situations: ['MR4'],
    facts: '左臂和后背有多处淤青，新旧不一，放学不愿回家。',
    injury: '左臂、后背淤青',
    childWords: '“我怕回去。”',
    suspects: [{ perpetratorType: 'FATHER' }],
    exclusionHints: ['GUARDIAN'],
  });
  await app.get(Drainer).drain();
}

function reportOf(family: DemoFamily, words: Partial<CreateReportRequest>): CreateReportRequest {
  const [guardian] = family.guardians;
  return {
    channel: 'CONSOLE',
    unitType: 'SCHOOL',
    situations: [],
    regionCode: family.regionCode,
    childSafeNow: 'unknown',
    medicalSent: 'unknown',
    children: family.children.map((child) => ({
      name: child.name,
      sex: child.sex,
      birthDate: child.birthDate,
      idNumber: child.idNumber,
      address: family.address,
      ...(child.school ? { school: child.school } : {}),
      ...(child.className ? { className: child.className } : {}),
      ...(guardian
        ? {
            guardianName: guardian.name,
            guardianRelation: guardian.relation,
            ...(guardian.phone ? { guardianPhone: guardian.phone } : {}),
          }
        : {}),
    })),
    suspects: [],
    exclusionHints: [],
    reporterName: '方老师',
    reporterPhone: '12300000099',
    reporterPosition: '班主任',
    wantsSecrecy: true,
    ...words,
  };
}
