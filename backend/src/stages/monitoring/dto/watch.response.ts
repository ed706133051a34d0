import { PageInfo, PageMeta } from '../../../platform/http/page.response';
import { AllowedActionResponse } from '../../../platform/http/allowed-action.response';
import { PersonResponse } from '../../../people/dto/person.response';
import { TimelineEntryResponse } from '../../../casefile/dto/timeline-entry.response';
import { VisitResponse } from '../../../casefile/dto/case-sections.response';
import { DeadlineResponse } from '../../../support/deadlines/dto/deadline.response';

/** A sign that says: go and look, or report now. Never a finding. */
export class SignalResponse {
  code: string;
  text: string;
  offer: 'report' | 'visit' | 'revise';
}

export class WatchGuardianResponse {
  personId: string;
  name: string | null;
  relationName: string | null;
  phone: string | null;
}

export class WatchVisitResponse extends VisitResponse {
  /** The day it was planned for. */
  plannedOn: string | null;
  /** Planned visits that had been missed before it. */
  missed: number;
  leftUnattended: boolean;
  livesAlone: boolean;
}

export class EntrustedCareResponse {
  id: string;
  state: 'running' | 'unfit' | 'ended';
  stateName: string;
  carerName: string | null;
  relationName: string | null;
  carerPhone: string | null;
  startedOn: string;
  endedOn: string | null;
  disqualifiers: string[];
  schoolToldOn: string | null;
  villageToldOn: string | null;
  parentsToldOn: string | null;
  lastContactOn: string | null;
  parentsAway: string | null;
  note: string | null;
  childOpinion: string | null;
  noOpinionReason: string | null;
}

export class ParentContactResponse {
  id: string;
  contactedOn: string;
  whoName: string;
  wayName: string;
  note: string | null;
}

/** A report that came of this; absent for those who do not know the report. */
export class WatchReportResponse {
  reportId: string;
  reportNo: string;
  filedAt: string;
  stateName: string;
}

export class WatchCaseResponse {
  id: string;
  caseNo: string;
  phaseName: string;
}

export class WatchItemResponse {
  id: string;
  number: string;
  state: 'proposed' | 'returned' | 'active' | 'paused' | 'ended';
  stateName: string;
  level: 'normal' | 'watch' | 'key';
  levelName: string;
  /** Masked. */
  childName: string | null;
  childAge: number | null;
  regionCode: string;
  regionName: string | null;
  categories: string[];
  categoryNames: string[];
  workerAgencyId: string;
  workerAgencyName: string | null;
  workerUserId: string | null;
  workerUserName: string | null;
  nextVisitOn: string | null;
  missedVisits: number;
  lastSeenAt: string | null;
  signals: SignalResponse[];
  proposedAt: string;
  proposedByName: string | null;
  proposedAgencyName: string | null;
  confirmedAt: string | null;
  confirmedByName: string | null;
  /** Who confirms it, while it is proposed. */
  confirmAgencyName: string | null;
  endedAt: string | null;
  endReasonName: string | null;
  updatedAt: string;
  version: number;
  allowedActions: AllowedActionResponse[];

  // The rest is null in lists.
  why: string | null;
  parents: string | null;
  child: PersonResponse | null;
  guardians: WatchGuardianResponse[] | null;
  /** Newest first. */
  visits: WatchVisitResponse[] | null;
  care: EntrustedCareResponse[] | null;
  contacts: ParentContactResponse[] | null;
  reports: WatchReportResponse[] | null;
  cases: WatchCaseResponse[] | null;
  deadlines: DeadlineResponse[] | null;
  timeline: TimelineEntryResponse[] | null;
  /** Other children that may be the same, for whoever confirms. */
  similar: SimilarWatchedResponse[] | null;
}

export class WatchItemPage {
  data: WatchItemResponse[];
  pageInfo: PageInfo;
  meta: PageMeta;
}

/** A child on file that may be the one asked for; only a hint, a person decides. */
export class SimilarWatchedResponse {
  personId: string;
  maskedName: string;
  sex: 'male' | 'female' | 'unknown';
  birthDate: string | null;
  /** Watched already, as far as the reader knows. */
  watchItemId: string | null;
  watchNumber: string | null;
}

export class LookUpChildResponse {
  found: SimilarWatchedResponse[];
}
