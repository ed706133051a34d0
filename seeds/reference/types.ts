/**
 * Shapes of the reference data. Limit and Offset are structurally the same as those of the backend's calendar and are
 * repeated here so that this folder imports nothing and can be read, checked and reused by itself.
 */

export type Urgency = 'U0' | 'U1' | 'U2' | 'U3';

/**
 * How far a text was checked against its source: V read in full; Vp seen in a published excerpt; M9 from memory, not
 * checked; D a proposal of this system without a legal source.
 */
export type Verified = 'V' | 'Vp' | 'M9' | 'D';

export interface Limit {
  readonly unit: 'minute' | 'hour' | 'natural_day' | 'working_day' | 'month';
  readonly amount: number;
  /** The last day stays where it falls, even on a holiday (ages, ends of validity, rounds at weekends). */
  readonly keepsDate?: boolean;
}

export interface Offset extends Limit {
  readonly direction: 'before' | 'after';
}

/** One rung of an escalation ladder: 提醒 remind, 催办 urge, 督办 supervise; or the call of the next on a roster. */
export interface LadderStep {
  readonly step: 'remind' | 'urge' | 'supervise' | 'call';
  readonly at: Offset;
  /** Only for deadlines of this urgency; without it, for all. */
  readonly urgency?: Urgency;
}

/** Limits by urgency, or one for all (`any`); empty when the duty has no number to count. */
export type Limits = Readonly<Partial<Record<Urgency | 'any', Limit>>>;

export interface DeadlineRule {
  readonly id: `DL-${string}`;
  readonly name: string;
  readonly startEvent: string;
  readonly limits: Limits;
  /** statutory 法定/规定时限; reference 参考时限 (a rule of another place); suggested 系统建议时限. */
  readonly basis: 'statutory' | 'reference' | 'suggested';
  /** An agency kind, or one of OWNER_ROLES. */
  readonly ownerKind: string;
  readonly source: string;
  /** The article that makes it a duty, when only the number is our suggestion. */
  readonly dutySource?: string;
  readonly verified: Verified;
  readonly ladder: readonly LadderStep[];
  /** Further numbers of the same rule that a person chooses between, such as extensions. */
  readonly further?: readonly { readonly name: string; readonly limit: Limit }[];
  readonly note?: string;
}

/** The caller categories of the hotline pilot: 咨询, 侵权线索, 心理, 转介, 生活困难, 其他. */
export type HotlineCategory = 'C1' | 'C2' | 'C3' | 'C4' | 'C5' | 'C6';

export interface Situation {
  readonly code: string;
  readonly name: string;
  readonly text: string;
  readonly category: HotlineCategory;
  /** Falls under the duty to report at once. */
  readonly mandatory: boolean;
  /** The report cannot be left without the time or receipt of telling the police. */
  readonly policeRequired: boolean;
  readonly defaultUrgency: Urgency;
  /** Where the caller or the call goes besides the work orders. */
  readonly channelOut: string;
  readonly source: string;
  readonly verified: Verified;
}

export interface RoutingRule {
  readonly situation: string;
  readonly agencyKind: string;
  /** lead 主办, co 协办, notify 告知 (no work order). */
  readonly role: 'lead' | 'co' | 'notify';
  readonly task: string;
  /** False: the duty is the agency's own, it may not send the order back. */
  readonly refusable: boolean;
  readonly article?: string;
  /** Sent only when this holds; one of ROUTING_CONDITIONS. */
  readonly onlyIf?: string;
  /** S when an article fixes the duty; D when the assignment is this system's reading. */
  readonly kind: 'S' | 'D';
}

export interface RegionSeed {
  readonly code: string;
  readonly name: string;
  readonly level: 'district' | 'township' | 'village';
  /** Null for a district. */
  readonly parent: string | null;
  readonly demo: boolean;
  /** The date from which the code is known to hold. */
  readonly validFrom: string;
  /** Code of the area that manages the place in practice, when it is not the parent. */
  readonly managedBy?: string;
  readonly note?: string;
}

export interface AgencyKind {
  readonly code: string;
  readonly name: string;
  readonly level: 'district' | 'township' | 'village' | 'unit';
  /** False: asked by letter (协作函/商请) with 预计办结, never 派单/催办/督办/逾期. */
  readonly canBeSupervised: boolean;
  /** Default for a new agency: whether its people use this system, or intake records on their behalf. */
  readonly logsIn: boolean;
}

export interface CodeItem {
  readonly code: string;
  readonly name: string;
  readonly note?: string;
}

export interface HolidaySeed {
  readonly date: string;
  readonly kind: 'holiday' | 'workday';
  readonly name: string;
}

export interface ScoredItem {
  readonly code: string;
  readonly question: string;
  readonly help: string;
  /** What may be answered besides 不清楚, each with the sentence that says what its number means. */
  readonly options: readonly { readonly value: string; readonly score: number; readonly anchor: string }[];
}

/** A form whose answers add up. */
export interface ScoredForm {
  readonly code: string;
  readonly version: number;
  readonly title: string;
  readonly intro: string;
  /** The least sum of 中 and of 高. */
  readonly bands: { readonly medium: number; readonly high: number };
  /** So many 不清楚 are a risk of their own: the level is at least 中. */
  readonly unknownFrom: number;
  /** One answer that says enough: from this score of the item (null: of any) the level is at least this. */
  readonly floors: readonly {
    readonly item: string | null;
    readonly score: number;
    readonly level: 'medium' | 'high';
  }[];
  readonly items: readonly ScoredItem[];
}

export interface ScreenItem {
  readonly code: string;
  readonly question: string;
  readonly ifYes: 'U0' | 'U1';
  readonly help: string;
}
