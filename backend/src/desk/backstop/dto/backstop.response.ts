import type { Urgency } from '../../../kernel';
import { PageInfo, PageMeta } from '../../../platform/http/page.response';

export const BACKSTOP_KINDS = ['case', 'watch_item', 'campaign_sheet'] as const;
export type BackstopKind = (typeof BACKSTOP_KINDS)[number];

/** 兜底办理: one piece of work the district does for a place without accounts. No name, only number and place. */
export class BackstopItemResponse {
  id: string;
  kind: BackstopKind;
  kindName: string;
  number: string;
  urgency: Urgency;
  placeName: string;
  since: string;
  /** The record's page in the console. */
  link: string;
}

export class BackstopItemPage {
  data: BackstopItemResponse[];
  pageInfo: PageInfo;
  meta: PageMeta;
}

/** A township or village where nobody can sign in. */
export class UnstaffedPlaceResponse {
  id: string;
  name: string;
  level: 'township' | 'village';
  regionCode: string;
  /** When its last account was closed; null where there never was one. */
  since: string | null;
  /** Open work in the place, whoever does it. */
  cases: number;
  watchItems: number;
  sheets: number;
}

export class UnstaffedPlacePage {
  data: UnstaffedPlaceResponse[];
  pageInfo: PageInfo;
  meta: PageMeta;
}
