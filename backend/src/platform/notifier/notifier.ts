export const CHANNEL_NAMES = {
  email: '电子邮件',
  sms: '短信',
  webhook: '统一消息接口',
  wecom: '企业微信群机器人',
} as const;
export type ChannelName = keyof typeof CHANNEL_NAMES;

/** What a channel needs to know of whom it reaches; a group is whoever reads it. */
export type Reach = 'email' | 'phone' | 'account' | 'group';

/** A text without content on its way out of the house. */
export interface Outgoing {
  /** Lasting: a gateway that knows it already need not send again. */
  readonly id: string;
  readonly text: string;
  readonly number: string;
  /** An e-mail address, a telephone number or the id of an account; empty for a group. */
  readonly to: string;
  readonly at: Date;
}

/** Why something did not go out; shown and stored, so codes only. */
export type FailureCode =
  | 'unreachable' // nothing left this machine
  | 'refused' // the other side answered no
  | 'no-answer' // it left, and nothing came back
  | 'unclear-answer'; // a relay answered in its place

/** `unconfirmed`: it may have arrived, so it is never sent again by itself (security.md R05). */
export type SendResult =
  | { readonly state: 'sent'; readonly providerId: string | null }
  | { readonly state: 'failed' | 'unconfirmed'; readonly reason: FailureCode };

/** One way out of the house. Never throws: what went wrong is its result. */
export interface Channel {
  readonly name: ChannelName;
  readonly reach: Reach;
  send(message: Outgoing): Promise<SendResult>;
}

/** The channels this installation has; none is a lawful configuration: then notices stay inside the console. */
export class Notifier {
  constructor(readonly channels: readonly Channel[]) {}

  find(name: string): Channel | undefined {
    return this.channels.find((channel) => channel.name === name);
  }
}
