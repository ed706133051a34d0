export { AgencyNoticeEntity } from './agency-notice.entity';
export { RoutingRuleEntity } from './routing-rule.entity';
export { WorkOrderEntity } from './work-order.entity';
export { WorkOrderStepEntity } from './work-order-step.entity';
