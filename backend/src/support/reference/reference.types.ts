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
  /** C1–C6 of the hotline: 咨询, 侵权线索, 心理, 转介, 生活困难, 其他. */
  readonly category: string;
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

export interface InstrumentOption {
  readonly value: string;
  readonly score: number;
  /** The sentence that says what the number means. */
  readonly anchor: string;
}

export interface InstrumentItem {
  readonly code: string;
  readonly question: string;
  readonly help: string;
  /** Of a screen: the least urgency a yes asks for. */
  readonly ifYes: Urgency | null;
  /** Of a scored form: what may be answered besides 不清楚. */
  readonly options: readonly InstrumentOption[] | null;
}

/** How the answers to a scored form become a level (D); an administrator's business, so it is data. */
export interface Scoring {
  readonly bands: { readonly medium: number; readonly high: number };
  readonly unknownFrom: number;
  readonly floors: readonly {
    readonly item: string | null;
    readonly score: number;
    readonly level: 'medium' | 'high';
  }[];
}

/** A form of questions at one version: a screen of yes and no, or a form whose answers add up. */
export interface Instrument {
  readonly code: string;
  readonly version: number;
  readonly title: string;
  readonly intro: string;
  readonly kind: 'screen' | 'score';
  /** Null for a screen. */
  readonly scoring: Scoring | null;
  readonly items: readonly InstrumentItem[];
}
