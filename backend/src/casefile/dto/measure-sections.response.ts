export class MeasurePackResponse {
  item: string;
  name: string;
  present: boolean;
  note: string | null;
}

export class MeasureServiceResponse {
  id: string;
  party: string;
  partyName: string;
  servedAt: string;
  person: string;
  note: string | null;
}

export class MeasurePartyResponse {
  code: string;
  name: string;
}

/** 监护干预措施. */
export class MeasureResponse {
  id: string;
  kind: string;
  level: string;
  name: string;
  document: string;
  source: string;
  state: 'applied' | 'done' | 'in_force' | 'refused' | 'ended';
  stateName: string;
  /** In force today. */
  inForce: boolean;
  agencyName: string | null;
  onBehalf: boolean;
  person: string | null;
  happenedAt: string;
  urgent: boolean;
  facts: string;
  number: string | null;
  rulingNumber: string | null;
  rulingNote: string | null;
  terms: string[];
  termNames: string[];
  groundNames: string[];
  evidenceNames: string[];
  applicantName: string | null;
  pack: MeasurePackResponse[];
  noConferenceReason: string | null;
  outsideWindowReason: string | null;
  decidedOn: string | null;
  expiresOn: string | null;
  endResultName: string | null;
  endedOn: string | null;
  services: MeasureServiceResponse[];
  /** Whom it has to reach and has not yet. */
  unserved: MeasurePartyResponse[];
  mayExtend: boolean;
  recordedByName: string | null;
  recordedAt: string;
}

/** Counters that decide about the grounds of a revocation (24号文35). */
export class GuardianshipResponse {
  beggingCriticisms: number;
  beggingLimit: number;
  admonitions: number;
  warningLetters: number;
  performing: boolean | null;
  lastPerformedOn: string | null;
  daysSincePerformed: number | null;
  neglectAlertDays: number;
  neglectLimitDays: number;
}
