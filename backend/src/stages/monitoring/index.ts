export { MonitoringModule } from './monitoring.module';
export { campaignSheetWorkflow, SHEET_ACTIONS, type SheetFacts } from './campaign/campaign-sheet.workflow';
export { CAMPAIGN_ACTIONS, type CampaignFacts, campaignWorkflow } from './campaign/campaign.workflow';
export { WATCH_ACTIONS, type WatchFacts, watchItemWorkflow } from './watch/watch-item.workflow';
export { MONITORING_STATE_TABLES } from './state-tables';
