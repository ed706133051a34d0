import type { Urgency } from '../../../kernel';
import { PageInfo, PageMeta } from '../../../platform/http';

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
}

export class NoticePage {
  data: NoticeResponse[];
  pageInfo: PageInfo;
  meta: PageMeta;
}
