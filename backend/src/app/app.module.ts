import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE, HttpAdapterHost } from '@nestjs/core';
import { CasefileModule } from '../casefile';
import { BackstopModule } from '../desk/backstop';
import { CoordinationModule } from '../desk/coordination';
import { HomeModule } from '../desk/home';
import { IntakeModule } from '../desk/intake';
import { TransfersModule } from '../desk/transfers';
import { UnitsModule } from '../desk/units';
import { AssessmentsModule } from '../fieldwork/assessments';
import { ConferencesModule } from '../fieldwork/conferences';
import { ProceedingsModule } from '../fieldwork/proceedings';
import { PlacementsModule } from '../fieldwork/placements';
import { ServicesModule } from '../fieldwork/services';
import { VisitsModule } from '../fieldwork/visits';
import { PeopleModule } from '../people';
import { PlatformModule, type PlatformParts } from '../platform';
import { DtoValidationPipe, ProblemFilter } from '../platform/http';
import { Logger } from '../platform/logging';
import { OutboxModule } from '../platform/outbox';
import { QueueModule } from '../platform/queue';
import { AssistanceModule } from '../stages/assistance';
import { EmergencyModule } from '../stages/emergency';
import { GuardianshipModule } from '../stages/guardianship';
import { MonitoringModule } from '../stages/monitoring';
import { StatisticsModule } from '../statistics';
import { AccessModule } from '../support/access';
import { AdminModule } from '../support/admin';
import { AttachmentsModule } from '../support/attachments';
import { AuditModule } from '../support/audit';
import { ChannelsModule } from '../support/channels';
import { CommandsModule } from '../support/commands';
import { DeadlinesModule, TimeTravelModule } from '../support/deadlines';
import { DraftsModule } from '../support/drafts';
import { DutyModule } from '../support/duty';
import { InvariantsModule } from '../support/invariants';
import { NotificationsModule } from '../support/notifications';
import { ReferenceModule } from '../support/reference';
import { StreamModule } from '../support/stream';
import { WorkflowsModule } from '../support/workflows';
import { HealthModule } from './health.module';
import { ALL_INVARIANTS } from './invariants';
import { ALL_STATE_TABLES } from './workflows';

/** Every room of the house, from the ground up; nothing else. */
@Module({
  imports: [
    HealthModule,
    AuditModule,
    AccessModule,
    CommandsModule,
    ReferenceModule,
    AttachmentsModule,
    DraftsModule,
    DeadlinesModule,
    TimeTravelModule,
    NotificationsModule,
    DutyModule,
    ChannelsModule,
    StreamModule,
    InvariantsModule.forRoot(ALL_INVARIANTS),
    WorkflowsModule.forRoot(ALL_STATE_TABLES),
    AdminModule,
    PeopleModule,
    CasefileModule,
    CoordinationModule,
    IntakeModule,
    TransfersModule,
    HomeModule,
    BackstopModule,
    UnitsModule,
    VisitsModule,
    AssessmentsModule,
    PlacementsModule,
    ServicesModule,
    ConferencesModule,
    ProceedingsModule,
    EmergencyModule,
    GuardianshipModule,
    AssistanceModule,
    MonitoringModule,
    StatisticsModule,
  ],
  providers: [
    { provide: APP_PIPE, useClass: DtoValidationPipe },
    {
      provide: APP_FILTER,
      inject: [HttpAdapterHost, Logger],
      useFactory: (host: HttpAdapterHost, logger: Logger) => new ProblemFilter(host, logger),
    },
  ],
})
export class AppModule {
  static forRoot(parts: PlatformParts): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.forRoot(parts), QueueModule, OutboxModule] };
  }
}
