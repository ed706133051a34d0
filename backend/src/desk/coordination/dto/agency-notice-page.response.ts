import { PageInfo, PageMeta } from '../../../platform/http/page.response';
import { AgencyNoticeResponse } from '../../../casefile/dto/agency-notice.response';

export class AgencyNoticePage {
  data: AgencyNoticeResponse[];
  pageInfo: PageInfo;
  meta: PageMeta;
}
