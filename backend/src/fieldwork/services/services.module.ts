import { Module } from '@nestjs/common';
import { CasefileModule } from '../../casefile';
import { GuidanceSection } from './guidance.section';
import { GuidanceService } from './guidance.service';
import { PlanServices } from './plan-services';
import { ServicesController } from './services.controller';
import { ServicesSection } from './services.section';

@Module({
  imports: [CasefileModule],
  controllers: [ServicesController],
  providers: [GuidanceSection, GuidanceService, PlanServices, ServicesSection],
  exports: [PlanServices],
})
export class ServicesModule {}
