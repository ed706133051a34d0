import { lazy } from 'react';

const TransferList = lazy(() => import('./TransferList').then((page) => ({ default: page.TransferList })));
const TransferShow = lazy(() => import('./TransferShow').then((page) => ({ default: page.TransferShow })));

/** 转出转入. */
export default { list: TransferList, edit: TransferShow };
