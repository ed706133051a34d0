/** A number that is a link to exactly the list behind it. */
export class HomeCardResponse {
  key: string;
  label: string;
  /** Counted up to 100. */
  count: number;
  /** There are more than `count`. */
  capped: boolean;
  link: string;
}

/** One thing to do, the most pressing first. */
export class HomeNextResponse {
  key: string;
  title: string;
  number: string | null;
  urgency: 'U0' | 'U1' | 'U2' | 'U3' | null;
  dueAt: string | null;
  overdue: boolean;
  link: string;
}

/** 今日值班: who is on duty for the reader's agency now. */
export class HomeDutyResponse {
  officerNames: string[];
  leaderName: string | null;
  link: string;
}

export class HomeResponse {
  title: string;
  hint: string;
  cards: HomeCardResponse[];
  next: HomeNextResponse[];
  /** Null for who has no roster. */
  duty: HomeDutyResponse | null;
}
