/** Shapes of the API, as its description states them: 区级兜底. */
import type { components } from '../schema';

type S = components['schemas'];

export type BackstopItem = S['BackstopItemResponse'];
export type UnstaffedPlace = S['UnstaffedPlaceResponse'];
