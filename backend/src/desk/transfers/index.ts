export { CaseTransferEntity } from './entities';
export { transferWorkflow } from './transfer.workflow';
export { TransfersModule } from './transfers.module';
export { TRANSFER_STATE_TABLES } from './state-tables';
