import { lazy } from 'react';

const AgencyNoticeList = lazy(() =>
  import('./AgencyNoticeList').then((page) => ({ default: page.AgencyNoticeList })),
);
const AgencyNoticeShow = lazy(() =>
  import('./AgencyNoticeShow').then((page) => ({ default: page.AgencyNoticeShow })),
);

/** 告知. */
export default { list: AgencyNoticeList, edit: AgencyNoticeShow };
