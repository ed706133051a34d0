import { Module } from '@nestjs/common';
import { AdminModule } from '../../support/admin';
import { DeadlinesModule } from '../../support/deadlines';
import { DutyModule } from '../../support/duty';
import { DutyHome } from './duty.home';
import { HomeController } from './home.controller';
import { HomeLists } from './home-lists';
import { HomeQueries } from './home.queries';
import { HomeTasks } from './home-tasks';

/** 首页. Rooms above register the lists their cards count and the tasks that have no clock. */
@Module({
  imports: [AdminModule, DeadlinesModule, DutyModule],
  controllers: [HomeController],
  providers: [DutyHome, HomeLists, HomeQueries, HomeTasks],
  exports: [HomeLists, HomeTasks],
})
export class HomeModule {}
