/** What the routing table asks of one agency; without a row of its kind there is no task, article or basis. */
export class ProposedOrderTerms {
  agencyId: string;
  agencyName: string;
  agencyKind: string;
  role: 'lead' | 'co';
  task: string;
  refusable: boolean;
  article: string | null;
  basis: string | null;
  isLetter: boolean;
  /** When the table asks for it: only if. */
  conditionName: string | null;
}

/** An agency that can be asked for a case. */
export class OrderOffer extends ProposedOrderTerms {
  /** The one of its kind the table would call: the nearest. */
  suggested: boolean;
}

/** 补发协办单: whom a case can call, and what they would read. */
export class OrderOffersResponse {
  /** 对外摘要: all that an agency reads of what happened. */
  summary: string;
  /** Without an open lead the next order may be it. */
  isLed: boolean;
  /** Those the table would call first, then the others. Who must not know, or holds an order already, is not among them. */
  offers: OrderOffer[];
}
