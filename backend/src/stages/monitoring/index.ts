export { MonitoringModule } from './monitoring.module';
export { WATCH_ACTIONS, type WatchFacts, watchItemWorkflow } from './watch/watch-item.workflow';
