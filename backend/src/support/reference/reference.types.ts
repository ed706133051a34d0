import type { AccountRole, Urgency } from '../../kernel';

export interface CodeName {
  readonly code: string;
  readonly name: string;
  /** What the name means, where that needs words. */
  readonly note?: string;
}

/** What a report can be about; MR1–MR9 are the nine situations of 强制报告意见 art 4. */
export interface Situation extends CodeName {
  readonly text: string;
  readonly mandatory: boolean;
  readonly policeRequired: boolean;
  readonly defaultUrgency: Urgency;
}

export interface Region extends CodeName {
  readonly level: 'district' | 'township' | 'village';
  readonly parentCode: string | null;
  readonly districtCode: string;
}

export interface Agency {
  readonly id: string;
  readonly districtCode: string;
  readonly regionCode: string;
  readonly kind: string;
  readonly kindName: string;
  readonly name: string;
  readonly supervisorAgencyId: string | null;
  /** False: intake records what it does on its behalf (代登记). */
  readonly logsIn: boolean;
  /** False: asked by letter, never 催办 or 督办. */
  readonly canBeSupervised: boolean;
}

/** Somebody work can be given to; nothing but the name and the post. */
export interface Handler {
  readonly id: string;
  readonly districtCode: string;
  readonly displayName: string;
  readonly role: AccountRole;
  readonly agencyId: string;
}

export interface InstrumentItem {
  readonly code: string;
  readonly question: string;
  readonly help: string;
  readonly ifYes: Urgency;
}

export interface Instrument {
  readonly code: string;
  readonly version: number;
  readonly title: string;
  readonly items: readonly InstrumentItem[];
}
