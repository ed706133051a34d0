export { CustodyEntity } from './custody.entity';
export { CustodyExtensionEntity } from './custody-extension.entity';
export { HandoverEntity } from './handover.entity';
export { MedicalRecordEntity } from './medical-record.entity';
export { PlacementEntity } from './placement.entity';
export { PlacementReviewEntity } from './placement-review.entity';
export { PoliceStatementEntity } from './police-statement.entity';
export { ReturnNoticeEntity } from './return-notice.entity';
