export { stateDiagram } from './mermaid';
export { type Caller, type StateTable } from './state-table';
export { type ActionRoutes, stateTableFaults } from './state-table-faults';
export { STATE_TABLES, WorkflowRegistry } from './workflow-registry';
export { WorkflowsModule } from './workflows.module';
