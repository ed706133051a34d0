import type { AppConfig } from '../../config';
import { type Channel, Notifier } from './notifier';
import { SmsChannel } from './sms-channel';
import { WebhookChannel } from './webhook-channel';
import { WecomChannel } from './wecom-channel';

/** The channels the environment describes; what is wrong with it was said at boot (config). */
export function notifierOf(config: AppConfig): Notifier {
  return new Notifier([...smsOf(config), ...webhookOf(config), ...wecomOf(config)]);
}

function smsOf(config: AppConfig): Channel[] {
  if (config.NOTIFY_SMS_URL === undefined) return [];
  return [
    new SmsChannel({
      url: config.NOTIFY_SMS_URL,
      method: config.NOTIFY_SMS_METHOD,
      headers: JSON.parse(config.NOTIFY_SMS_HEADERS) as Record<string, string>,
      timeoutMs: config.NOTIFY_TIMEOUT_MS,
      ...(config.NOTIFY_SMS_BODY === undefined ? {} : { body: config.NOTIFY_SMS_BODY }),
      ...(config.NOTIFY_SMS_SUCCESS === undefined ? {} : { success: config.NOTIFY_SMS_SUCCESS }),
      ...(config.NOTIFY_SMS_ID_PATH === undefined ? {} : { idPath: config.NOTIFY_SMS_ID_PATH }),
    }),
  ];
}

function webhookOf({
  NOTIFY_WEBHOOK_URL: url,
  NOTIFY_WEBHOOK_SECRET,
  NOTIFY_TIMEOUT_MS,
}: AppConfig): Channel[] {
  return url === undefined
    ? []
    : [new WebhookChannel({ url, secret: NOTIFY_WEBHOOK_SECRET ?? '', timeoutMs: NOTIFY_TIMEOUT_MS })];
}

function wecomOf({ NOTIFY_WECOM_URL: url, NOTIFY_WECOM_STYLE, NOTIFY_TIMEOUT_MS }: AppConfig): Channel[] {
  return url === undefined
    ? []
    : [new WecomChannel({ url, style: NOTIFY_WECOM_STYLE, timeoutMs: NOTIFY_TIMEOUT_MS })];
}
