import { PageInfo, PageMeta } from '../../../platform/http';

export class NoticeResponse {
  id: string;
  kind: string;
  title: string;
  number: string;
  urgency: string | null;
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
