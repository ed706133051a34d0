export { NoticeRow } from './NoticeRow';
export { useNotices, useReadNotice } from './use-notices';
