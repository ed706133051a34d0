export { CoordinationModule } from './coordination.module';
export { RoutingRuleEntity, WorkOrderEntity, WorkOrderStepEntity } from './entities';
export { Numbers } from './numbers';
export { type NewOrder, OrderIssuer } from './order-issuer';
export { orderListRows } from './order-filters';
export { type OrderRule, type RoutingRow, RoutingTable } from './routing-table';
export { WorkOrderQueries } from './work-order.queries';
export { WorkOrderService } from './work-order.service';
export { LETTER_KINDS, workOrderWorkflow } from './work-order.workflow';
