import { lazy } from 'react';

const UnitList = lazy(() => import('./UnitList').then((page) => ({ default: page.UnitList })));
const UnitShow = lazy(() => import('./UnitShow').then((page) => ({ default: page.UnitShow })));

/** 工作站与单位. */
export default { list: UnitList, edit: UnitShow };
