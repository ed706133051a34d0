import { PageInfo, PageMeta } from '../../../platform/http/page.response';

/** One line of the audit: who did what, when and with which outcome; never content, never a name of a child. */
export class AuditEntryResponse {
  id: string;
  at: string;
  /** Null for the system, and sealed where the actor is the reporter. */
  actorName: string | null;
  agencyName: string | null;
  /** 报告人: who it was stays sealed. */
  sealed: boolean;
  action: string;
  outcome: 'ok' | 'refused' | 'failed';
  subjectKind: string | null;
  number: string | null;
}

export class AuditEntryPage {
  data: AuditEntryResponse[];
  pageInfo: PageInfo;
  meta: PageMeta;
}
