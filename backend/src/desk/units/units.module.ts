import { Module } from '@nestjs/common';
import { DeadlinesModule } from '../../support/deadlines';
import { HomeModule } from '../home';
import { UnitClocks } from './unit-clocks';
import { UnitQueries } from './unit.queries';
import { UnitService } from './unit.service';
import { UnitViews } from './unit-views';
import { UnitsController } from './units.controller';

@Module({
  imports: [DeadlinesModule, HomeModule],
  controllers: [UnitsController],
  providers: [UnitClocks, UnitQueries, UnitService, UnitViews],
})
export class UnitsModule {}
