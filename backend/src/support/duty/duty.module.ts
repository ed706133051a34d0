import { Module } from '@nestjs/common';
import { DeadlinesModule } from '../deadlines';
import { AlertLadder } from './alert-ladder';
import { DutyController } from './duty.controller';
import { HandoverService } from './handover.service';
import { Roster } from './roster';
import { RosterQueries } from './roster.queries';
import { RosterService } from './roster.service';

/** 值班. Needs the databases, AuditModule, CommandsModule, NotificationsModule and ReferenceModule in the global scope. */
@Module({
  imports: [DeadlinesModule],
  controllers: [DutyController],
  providers: [AlertLadder, HandoverService, Roster, RosterQueries, RosterService],
  exports: [Roster, RosterQueries],
})
export class DutyModule {}
