/** Shapes of the API, as its description states them: 协办单 and 告知. */
import type { components } from '../schema';

type S = components['schemas'];

export type WorkOrderStep = S['WorkOrderStepResponse'];
export type AgencyNotice = S['AgencyNoticeResponse'];
export type WorkOrder = S['WorkOrderResponse'];
export type OrderOffer = S['OrderOffer'];
export type OrderTerms = Pick<OrderOffer, 'article' | 'basis' | 'conditionName'>;
export type OrderOffers = S['OrderOffersResponse'];
