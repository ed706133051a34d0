import { Module } from '@nestjs/common';
import { CasefileModule } from '../../casefile';
import { PlanServices } from './plan-services';
import { ServicesController } from './services.controller';
import { ServicesSection } from './services.section';

@Module({
  imports: [CasefileModule],
  controllers: [ServicesController],
  providers: [PlanServices, ServicesSection],
  exports: [PlanServices],
})
export class ServicesModule {}
