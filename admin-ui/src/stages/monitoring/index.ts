export { campaigns, campaignSheets } from './campaigns';
export { watchItems } from './watch';
