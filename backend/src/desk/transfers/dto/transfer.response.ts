import { TransferResponse } from '../../../casefile/dto/case-lifecycle.response';
import { PageInfo, PageMeta } from '../../../platform/http/page.response';

export class TransferPage {
  data: TransferResponse[];
  pageInfo: PageInfo;
  meta: PageMeta;
}

export class DestinationResponse {
  code: string;
  name: string;
}

/** Districts of this system that a case can go to. */
export class DestinationsResponse {
  data: DestinationResponse[];
}
