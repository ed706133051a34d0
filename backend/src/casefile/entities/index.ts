export { CaseFileEntity } from './case-file.entity';
export { CaseStageEntity } from './case-stage.entity';
export { CasePartyEntity } from './case-party.entity';
export { CaseActionEntity } from './case-action.entity';
export { CaseClosingEntity } from './case-closing.entity';
export { CaseAccessEntity } from './case-access.entity';
export { CaseExclusionEntity } from './case-exclusion.entity';
