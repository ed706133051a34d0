import { Module } from '@nestjs/common';
import { CasefileModule } from '../../casefile';
import { VisitSection } from './visit.section';
import { VisitService } from './visit.service';
import { VisitsController } from './visits.controller';

@Module({
  imports: [CasefileModule],
  controllers: [VisitsController],
  providers: [VisitSection, VisitService],
})
export class VisitsModule {}
