export { ChannelStatus, type ChannelSummary } from './channel-status';
export { ChannelsModule } from './channels.module';
export * from './entities';
export { type PersonFacts, type SendFacts, type Suppression, suppressionOf } from './suppression.rules';
export { wordsOf } from './words';
