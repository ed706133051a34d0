export { CaseTransferEntity } from './case-transfer.entity';
