import { lazy } from 'react';

const WorkOrderList = lazy(() => import('./WorkOrderList').then((page) => ({ default: page.WorkOrderList })));
const WorkOrderShow = lazy(() => import('./WorkOrderShow').then((page) => ({ default: page.WorkOrderShow })));

/** 协办单. */
export default { list: WorkOrderList, edit: WorkOrderShow };
