import { AllowedActionResponse } from '../../../platform/http/allowed-action.response';
import { PageInfo, PageMeta } from '../../../platform/http/page.response';
import { DeadlineResponse } from '../../../support/deadlines/dto/deadline.response';

/** One line of a record, in words. */
export class UnitFactResponse {
  label: string;
  value: string;
}

export class UnitRecordResponse {
  id: string;
  duty: 'station' | 'post' | 'background_check' | 'privacy_audit';
  dutyName: string;
  startsOn: string;
  endsOn: string | null;
  facts: UnitFactResponse[];
  /** What a form of correction starts from. */
  values: Record<string, string | number>;
  onBehalf: boolean;
  recordedByName: string;
  recordedAt: string;
  /** Set on a correction. */
  reason: string | null;
  /** A correction took its place. */
  replaced: boolean;
  /** The reader may correct it. */
  correctable: boolean;
}

/** How one duty of a unit stands. */
export class UnitDutyResponse {
  duty: 'station' | 'post' | 'background_check' | 'privacy_audit';
  name: string;
  source: string;
  /** False: the unit may record it, the law does not name its kind. */
  asked: boolean;
  /** Done again every year, with a clock; a station or a post stands until it ends. */
  yearly: boolean;
  state: 'unregistered' | 'registered' | 'ended' | 'overdue';
  stateName: string;
  latestOn: string | null;
  dueAt: string | null;
}

export class UnitItemResponse {
  id: string;
  name: string;
  kind: string;
  kindName: string;
  regionName: string;
  supervisorName: string | null;
  duties: UnitDutyResponse[];
}

export class UnitResponse extends UnitItemResponse {
  deadlines: DeadlineResponse[];
  /** The newest first, corrected ones included. */
  records: UnitRecordResponse[];
  allowedActions: AllowedActionResponse[];
}

export class UnitPage {
  data: UnitItemResponse[];
  pageInfo: PageInfo;
  meta: PageMeta;
}

export class UnitCoverageLineResponse {
  duty: 'station' | 'post' | 'background_check' | 'privacy_audit';
  name: string;
  asked: number;
  registered: number;
  unregistered: number;
  overdue: number;
}

/** How far the district has come, among the units the reader may see; never in an order of merit. */
export class UnitCoverageResponse {
  data: UnitCoverageLineResponse[];
}
