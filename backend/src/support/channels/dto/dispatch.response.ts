export class DispatchResponse {
  channel: 'email' | 'sms' | 'webhook' | 'wecom';
  channelName: string;
  /** Null: a group, or nobody was on duty. */
  personName: string | null;
  state: 'queued' | 'sending' | 'sent' | 'failed' | 'unconfirmed' | 'suppressed';
  /** A code of why not; the console has the words. */
  reason: string | null;
  at: string;
}

export class DispatchesResponse {
  data: DispatchResponse[];
}
