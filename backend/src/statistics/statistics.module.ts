import { Module } from '@nestjs/common';
import { TotalsController } from './totals.controller';
import { TotalsQueries } from './totals.queries';

/** 统计: numbers, never persons. */
@Module({ controllers: [TotalsController], providers: [TotalsQueries] })
export class StatisticsModule {}
