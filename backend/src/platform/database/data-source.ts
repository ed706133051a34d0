import { DataSource, type EntitySchema, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { SnakeNaming } from './naming';
import { CreateGround1700000000000 } from '../../migrations/1700000000000-create-ground';
import { CreateTransfers1700000010001 } from '../../migrations/1700000010001-create-transfers';
import { WidenClockSubjects1700000001000 } from '../../migrations/1700000001000-widen-clock-subjects';
import { CreateLifecycle1700000010000 } from '../../migrations/1700000010000-create-lifecycle';
import { ChooseFurtherLimits1700000020000 } from '../../migrations/1700000020000-choose-further-limits';
import { TakeEveryRoad1700000020001 } from '../../migrations/1700000020001-take-every-road';
import { MatchReports1700000020002 } from '../../migrations/1700000020002-match-reports';
import { CreatePlacements1700000030000 } from '../../migrations/1700000030000-create-placements';
import { CreateConferences1700000040000 } from '../../migrations/1700000040000-create-conferences';
import { TellDutiesFromRights1700000040001 } from '../../migrations/1700000040001-tell-duties-from-rights';
import { CreateProceedings1700000040002 } from '../../migrations/1700000040002-create-proceedings';
import { CreateMeasures1700000040003 } from '../../migrations/1700000040003-create-measures';
import { CompleteWorkOrders1700000070000 } from '../../migrations/1700000070000-complete-work-orders';
import { OpenAuditToAuditors1700000070001 } from '../../migrations/1700000070001-open-audit-to-auditors';
import { RecordUnits1700000070002 } from '../../migrations/1700000070002-record-units';
import { ExtendPlans1700000050000 } from '../../migrations/1700000050000-extend-plans';
import { ConfirmAssessments1700000050001 } from '../../migrations/1700000050001-confirm-assessments';
import { WatchChildren1700000060000 } from '../../migrations/1700000060000-watch-children';
import { CreateAttachments1700000080000 } from '../../migrations/1700000080000-create-attachments';
import { LetHostsReadNoFile1700000090030 } from '../../migrations/1700000090030-let-hosts-read-no-file';
import { RunCampaigns1700000110000 } from '../../migrations/1700000110000-run-campaigns';
import { TotalForTheCommittee1700000160000 } from '../../migrations/1700000160000-total-for-the-committee';
import { LinkCases1700000120000 } from '../../migrations/1700000120000-link-cases';
import { FreeFinishedLeads1700000130000 } from '../../migrations/1700000130000-free-finished-leads';
import { InformAgencies1700000140000 } from '../../migrations/1700000140000-inform-agencies';
import { KeepDutyRosters1700000150000 } from '../../migrations/1700000150000-keep-duty-rosters';
import { CheckInvariants1700000170000 } from '../../migrations/1700000170000-check-invariants';
import { ReachPeople1700000180000 } from '../../migrations/1700000180000-reach-people';
import { KnowSuspectedGuardians1700000190000 } from '../../migrations/1700000190000-know-suspected-guardians';

/** Migrations in order; a new one is added here and nowhere else. */
export const MIGRATIONS = [
  CreateGround1700000000000,
  WidenClockSubjects1700000001000,
  CreateLifecycle1700000010000,
  CreateTransfers1700000010001,
  ChooseFurtherLimits1700000020000,
  TakeEveryRoad1700000020001,
  MatchReports1700000020002,
  CreatePlacements1700000030000,
  CreateConferences1700000040000,
  TellDutiesFromRights1700000040001,
  CreateProceedings1700000040002,
  CreateMeasures1700000040003,
  ExtendPlans1700000050000,
  ConfirmAssessments1700000050001,
  WatchChildren1700000060000,
  CompleteWorkOrders1700000070000,
  OpenAuditToAuditors1700000070001,
  RecordUnits1700000070002,
  CreateAttachments1700000080000,
  LetHostsReadNoFile1700000090030,
  RunCampaigns1700000110000,
  LinkCases1700000120000,
  TotalForTheCommittee1700000160000,
  FreeFinishedLeads1700000130000,
  InformAgencies1700000140000,
  KeepDutyRosters1700000150000,
  CheckInvariants1700000170000,
  ReachPeople1700000180000,
  KnowSuspectedGuardians1700000190000,
  // One line each, so that two branches meet without a quarrel.
];

export type DatabaseRole = 'owner' | 'app' | 'worker';

export interface PoolSettings {
  readonly url: string;
  readonly max: number;
  readonly applicationName: string;
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
}

/**
 * A TypeORM data source on its own small pool. Waiting for a connection, a statement and an idle transaction are all
 * bounded, so that a full pool answers 503 instead of hanging.
 */
export function createDataSource({ url, max, applicationName, entities }: PoolSettings): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    synchronize: false,
    entities: [...entities] as EntitySchema[],
    namingStrategy: new SnakeNaming(),
    migrations: MIGRATIONS,
    migrationsTableName: 'migrations',
    applicationName,
    poolSize: max,
    connectTimeoutMS: 2_000,
    poolErrorHandler: () => undefined,
    extra: {
      connectionTimeoutMillis: 2_000,
      statement_timeout: 15_000,
      idle_in_transaction_session_timeout: 15_000,
    },
  });
}
