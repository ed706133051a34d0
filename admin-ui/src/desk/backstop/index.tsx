import { lazy } from 'react';

const BackstopList = lazy(() => import('./BackstopList').then((page) => ({ default: page.BackstopList })));
const UnstaffedPlaceList = lazy(() =>
  import('./UnstaffedPlaceList').then((page) => ({ default: page.UnstaffedPlaceList })),
);

/** 区级兜底. */
export const backstopItems = { list: BackstopList };
export const unstaffedPlaces = { list: UnstaffedPlaceList };
