import { Module } from '@nestjs/common';
import { CasefileModule } from '../../casefile';
import { PeopleModule } from '../../people';
import { DeadlinesModule } from '../../support/deadlines';
import { CoordinationModule } from '../coordination';
import { IntakeModule } from '../intake';
import { TransferAnswers } from './transfer-answers.service';
import { TransferRoad } from './transfer-road';
import { TransferSheets } from './transfer-sheet';
import { TransferMessages } from './transfer.messages';
import { TransferQueries } from './transfer.queries';
import { TransferService } from './transfer.service';
import { CaseTransferController, TransfersController } from './transfers.controller';

@Module({
  imports: [CasefileModule, PeopleModule, DeadlinesModule, CoordinationModule, IntakeModule],
  controllers: [CaseTransferController, TransfersController],
  providers: [
    TransferAnswers,
    TransferMessages,
    TransferQueries,
    TransferRoad,
    TransferService,
    TransferSheets,
  ],
})
export class TransfersModule {}
