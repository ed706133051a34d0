import { PageInfo, PageMeta } from '../../../platform/http/page.response';
import { WorkOrderResponse } from '../../../casefile/dto/work-order.response';

export class WorkOrderPage {
  data: WorkOrderResponse[];
  pageInfo: PageInfo;
  meta: PageMeta;
}
