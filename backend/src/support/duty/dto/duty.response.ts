import { PageInfo, PageMeta } from '../../../platform/http/page.response';

export class DutyPersonResponse {
  id: string;
  displayName: string;
}

export class DutyShiftResponse {
  id: string;
  userId: string;
  userName: string;
  post: 'officer' | 'leader';
  postName: string;
  rank: number;
  startsAt: string;
  endsAt: string;
  /** 替班: whose place it takes. */
  standsInForName: string | null;
  /** Somebody has taken the rest of it. */
  taken: boolean;
  enteredByName: string;
  enteredAt: string;
  allowedActions: ('stand-in' | 'hand-over')[];
}

/** A day in China, with the shifts that begin on it. */
export class DutyDayResponse {
  day: string;
  shifts: DutyShiftResponse[];
}

/** A time ahead with nobody on duty. */
export class DutyGapResponse {
  from: string;
  to: string;
}

export class OpenRecordResponse {
  number: string;
  link: string;
}

/** 交接班. Numbers of urgent open records only, and only those the reader may know of. */
export class DutyHandoverResponse {
  id: string;
  fromName: string;
  toName: string;
  handedAt: string;
  confirmedAt: string | null;
  confirmedByName: string | null;
  openCount: number;
  open: OpenRecordResponse[];
  /** The reader takes over. */
  confirmable: boolean;
}

export class DutyNowResponse {
  officers: DutyShiftResponse[];
  leader: DutyShiftResponse | null;
}

export class DutyRosterResponse {
  id: string;
  agencyName: string;
  agencyKindName: string;
  /** A Monday. */
  weekOf: string;
  now: DutyNowResponse;
  next: DutyShiftResponse | null;
  /** Two weeks from `weekOf`. */
  days: DutyDayResponse[];
  /** In the next 48 hours. */
  gaps: DutyGapResponse[];
  handovers: DutyHandoverResponse[];
  /** Who may be entered. */
  people: DutyPersonResponse[];
  /** The reader enters this roster. */
  keeps: boolean;
}

/** One agency in the overview. */
export class DutyAgencyResponse {
  id: string;
  agencyName: string;
  agencyKindName: string;
  officerNames: string[];
  leaderName: string | null;
  gaps: DutyGapResponse[];
}

export class DutyAgencyPage {
  data: DutyAgencyResponse[];
  pageInfo: PageInfo;
  meta: PageMeta;
}
