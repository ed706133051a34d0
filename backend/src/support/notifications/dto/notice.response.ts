import type { Urgency } from '../../../kernel';
import { PageInfo, PageMeta } from '../../../platform/http';

/** 需确认: whether somebody has said 收到, and who was first. */
export class NoticeAlertResponse {
  state: 'waiting' | 'acknowledged' | 'lapsed';
  /** Whose message it is. */
  agencyName: string;
  acknowledgedAt: string | null;
  acknowledgedByName: string | null;
}

export class NoticeResponse {
  id: string;
  kind: string;
  title: string;
  number: string;
  urgency: Urgency | null;
  createdAt: string;
  readAt: string | null;
  /** Console path. */
  link: string;
  /** Null: nothing to confirm. */
  alert: NoticeAlertResponse | null;
}

export class NoticePage {
  data: NoticeResponse[];
  pageInfo: PageInfo;
  meta: PageMeta;
}
