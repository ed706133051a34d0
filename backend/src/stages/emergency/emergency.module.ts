import { Module } from '@nestjs/common';
import { CasefileModule } from '../../casefile';
import { PlacementsModule } from '../../fieldwork/placements';
import { EmergencyController } from './emergency.controller';
import { EmergencySection } from './emergency.section';
import { EmergencyService } from './emergency.service';

@Module({
  imports: [CasefileModule, PlacementsModule],
  controllers: [EmergencyController],
  providers: [EmergencySection, EmergencyService],
})
export class EmergencyModule {}
