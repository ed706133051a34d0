/** Shapes of the API, as its description states them: home and notices. */
import type { components } from '../schema';

type S = components['schemas'];

export type Notice = S['NoticeResponse'];
export type HomeCard = S['HomeCardResponse'];
export type HomeNext = S['HomeNextResponse'];
export type Home = S['HomeResponse'];
export type DeadlineListItem = S['DeadlineListItem'];
