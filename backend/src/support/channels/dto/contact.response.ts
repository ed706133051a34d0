export class ContactResponse {
  phone: string | null;
  email: string | null;
  agreed: boolean;
  quietFrom: string | null;
  quietTo: string | null;
  changedAt: string | null;
  /** Channels of this installation; empty: nothing leaves the console. */
  channelNames: string[];
}
