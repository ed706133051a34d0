import { Module, type OnModuleInit } from '@nestjs/common';
import { CasefileModule } from '../../casefile';
import { CoordinationModule } from '../../desk/coordination';
import { HomeLists, HomeModule } from '../../desk/home';
import { PeopleModule } from '../../people';
import { CareClocks } from './care-clocks';
import { CustodyController } from './custody.controller';
import { CustodySection } from './custody.section';
import { CustodyService } from './custody.service';
import { HandoverSection } from './handover.section';
import { HandoverService } from './handover.service';
import { MedicalRecords } from './medical-records';
import { MedicalService } from './medical.service';
import { PlacementFacts } from './placement.facts';
import { PlacementLedger } from './placement-ledger';
import { PlacementList, placementListRows } from './placement-list';
import { PlacementListController } from './placement-list.controller';
import { PlacementNotices } from './placement.notices';
import { PlacementSection } from './placement.section';
import { PlacementService } from './placement.service';
import { PlacementsController } from './placements.controller';
import { ReturnHomeService } from './return-home.service';

@Module({
  imports: [CasefileModule, CoordinationModule, HomeModule, PeopleModule],
  controllers: [CustodyController, PlacementListController, PlacementsController],
  providers: [
    CareClocks,
    CustodySection,
    CustodyService,
    HandoverSection,
    HandoverService,
    MedicalRecords,
    MedicalService,
    PlacementFacts,
    PlacementLedger,
    PlacementList,
    PlacementNotices,
    PlacementSection,
    PlacementService,
    ReturnHomeService,
  ],
  exports: [MedicalRecords],
})
export class PlacementsModule implements OnModuleInit {
  constructor(private readonly home: HomeLists) {}

  onModuleInit(): void {
    this.home.register('placements', placementListRows);
  }
}
