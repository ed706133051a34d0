import { ChildVoiceResponse } from './case-sections.response';

/** Who was called to a conference: an agency of the district, or a person in words. */
export class ConferenceParticipantResponse {
  id: string;
  agencyId: string | null;
  name: string;
  /** How they hear of it: a notice in the system, or a letter that somebody has to send. */
  toldBy: 'notice' | 'letter';
  /** Null until the conclusion. */
  present: boolean | null;
  opinion: string | null;
}

export class ConferenceTaskResponse {
  id: string;
  agencyId: string;
  agencyName: string;
  what: string;
  dueOn: string;
  state: 'open' | 'done';
  stateName: string;
  overdue: boolean;
  result: string | null;
  doneAt: string | null;
  doneByName: string | null;
}

/** 会商结论 (D13). */
export class ConferenceConclusionResponse extends ChildVoiceResponse {
  conclusion: 'return' | 'continue' | 'revoke' | 'other';
  conclusionName: string;
  explanation: string;
  facts: string;
  dissent: string | null;
  confidentiality: string;
  heldAt: string;
  concludedAt: string;
  concludedByName: string | null;
}

/** 会商 (24号文 19). */
export class ConferenceResponse {
  id: string;
  state: 'convened' | 'concluded' | 'cancelled';
  stateName: string;
  reason: string;
  meetsAt: string;
  place: string;
  convenedByName: string | null;
  convenedAt: string;
  participants: ConferenceParticipantResponse[];
  conclusion: ConferenceConclusionResponse | null;
  tasks: ConferenceTaskResponse[];
}

/** What an agency that only takes part in a conference reads of it: when, where, and what it is to do. */
export class ConferenceInvitationResponse {
  id: string;
  state: 'convened' | 'concluded' | 'cancelled';
  stateName: string;
  meetsAt: string;
  place: string;
  tasks: ConferenceTaskResponse[];
}
