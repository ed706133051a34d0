import { Module } from '@nestjs/common';
import { AdminModule } from '../../support/admin';
import { DeadlinesModule } from '../../support/deadlines';
import { HomeController } from './home.controller';
import { HomeQueries } from './home.queries';

/** 首页. */
@Module({ imports: [AdminModule, DeadlinesModule], controllers: [HomeController], providers: [HomeQueries] })
export class HomeModule {}
