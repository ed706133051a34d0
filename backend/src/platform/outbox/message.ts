/** Ids and codes only: a payload is stored in clear and copied to queues and streams. */
export type MessagePayload = Readonly<Record<string, string>>;

export interface NewMessage {
  readonly name: string;
  readonly subjectId: string;
  readonly payload: MessagePayload;
}

export interface StoredMessage extends NewMessage {
  readonly id: string;
  readonly districtCode: string;
  readonly createdAt: Date;
}
