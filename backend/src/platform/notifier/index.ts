export { notifierOf } from './channels-of';
export {
  type Channel,
  CHANNEL_NAMES,
  type ChannelName,
  type FailureCode,
  Notifier,
  type Outgoing,
  type Reach,
  type SendResult,
} from './notifier';
export { SmsChannel, type SmsSettings } from './sms-channel';
export { isGenuine, REPLAY_WINDOW_S, WebhookChannel } from './webhook-channel';
export { WecomChannel } from './wecom-channel';
