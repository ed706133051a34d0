/** Ids and codes only: a payload is stored in clear and copied to queues and streams. */
export type MessagePayload = Readonly<Record<string, string>>;

export interface NewMessage {
  /** For a worker that hands a message on to another district; default: the actor's. */
  readonly districtCode?: string;
  readonly name: string;
  readonly subjectId: string;
  readonly payload: MessagePayload;
}

export interface StoredMessage extends Omit<NewMessage, 'districtCode'> {
  readonly id: string;
  readonly districtCode: string;
  readonly createdAt: Date;
}
