import { Injectable } from '@nestjs/common';
import { NotVisible, type RequestContext, roleName } from '../../../kernel';
import { CreateReportRequest, FilingService } from '../../../desk/intake';
import { PersonQueries } from '../../../people';
import { AppDatabase, type Tx, visibility } from '../../../platform/database';
import { AuditLog } from '../../../support/audit';
import type { ReportFindingRequest } from '../dto/watch-finding.request';
import { WatchReportEntity } from '../entities';
import { WatchCommands } from './watch-commands';

export type ReportedChild = CreateReportRequest['children'][number];

interface FiledFinding {
  readonly reportId: string;
  readonly campaignTaskId: string | null;
  readonly situations: readonly string[];
}

/**
 * 转为报告: what a visit found becomes a report at the front door, with the child as the file knows it. Report and link are
 * written together; the child stays watched.
 */
@Injectable()
export class FindingService {
  constructor(
    private readonly filing: FilingService,
    private readonly watch: WatchCommands,
    private readonly database: AppDatabase,
    private readonly people: PersonQueries,
    private readonly audit: AuditLog,
  ) {}

  /** Returns the id of the watched child. @throws NotVisible 404, InvalidInput 422 */
  async report(ctx: RequestContext, id: string, dto: ReportFindingRequest): Promise<string> {
    const { child, regionCode } = await this.known(ctx, id);
    await this.filing.submit(ctx, findingReport(ctx, dto, child, regionCode), (tx, reportId) =>
      this.link(tx, id, { reportId, campaignTaskId: null, situations: dto.situations }),
    );
    return id;
  }

  /** Ties a report to the child it is about and, if a screening found it, to that, too. */
  link(tx: Tx, id: string, { reportId, campaignTaskId, situations }: FiledFinding): Promise<void> {
    return this.watch.act(tx, id, 'report-finding', () => {
      tx.insert(WatchReportEntity, {
        reportId,
        districtCode: tx.actor.districtCode,
        watchItemId: id,
        campaignTaskId,
        filedBy: tx.actor.userId,
        filedAt: tx.now,
      });
      return Promise.resolve({ reportId, data: { situations } });
    });
  }

  private async known(
    ctx: RequestContext,
    id: string,
  ): Promise<{ child: ReportedChild; regionCode: string }> {
    const found = await this.database.inTransaction(ctx, async (tx) => {
      const [item] = await tx.query<{ child_id: string; region_code: string }>(
        `SELECT w.child_id, w.region_code FROM watch_item w WHERE w.id = $1 AND ${visibility.watchItem('w')}`,
        [id],
      );
      if (item === undefined) return undefined;
      return { child: await this.child(tx, id, item.child_id), regionCode: item.region_code };
    });
    if (found !== undefined) return found;
    await this.audit.refused(ctx, 'watch.report-finding', { subjectKind: 'watch_item', subjectId: id });
    throw new NotVisible();
  }

  /** The child and its first guardian, in the words of a report. */
  async child(tx: Tx, itemId: string, childId: string): Promise<ReportedChild> {
    const [guardian] = await tx.query<{ person_id: string; code: string | null }>(
      `SELECT p.person_id, (SELECT r.code FROM relation r WHERE r.person_id = p.person_id AND r.child_id = $2 LIMIT 1) AS code
         FROM watch_party p WHERE p.watch_item_id = $1 AND p.role = 'guardian' ORDER BY p.person_id LIMIT 1`,
      [itemId, childId],
    );
    const ids = guardian === undefined ? [childId] : [childId, guardian.person_id];
    const views = await this.people.views(tx, ids, { contact: true });
    const child = views.get(childId);
    const adult = guardian === undefined ? undefined : views.get(guardian.person_id);
    const facts = {
      name: child?.name,
      birthDate: child?.birthDate,
      age: child?.age,
      school: child?.school,
      address: child?.address,
      guardianName: adult?.name,
      guardianPhone: adult?.phone,
      guardianRelation: guardian?.code,
    };
    const known = Object.entries(facts).filter(([, value]) => value !== null && value !== undefined);
    return { sex: child?.sex ?? 'unknown', ...(Object.fromEntries(known) as Partial<ReportedChild>) };
  }
}

/** A report from the field: channel 走访排查, the actor as its reporter. */
export function findingReport(
  { actor }: RequestContext,
  dto: ReportFindingRequest,
  child: ReportedChild,
  regionCode: string,
): CreateReportRequest {
  return {
    ...dto,
    channel: 'PATROL',
    unitType: actor.agencyKind === 'village' ? 'VILLAGE' : 'STATE_ORGAN',
    regionCode,
    children: [child],
    suspects: [],
    reporterName: actor.displayName,
    reporterPosition: roleName(actor.role),
  };
}
