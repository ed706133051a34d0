import { lazy } from 'react';
import { Route } from 'react-router-dom';

const PersonSearch = lazy(() => import('./PersonSearch').then((page) => ({ default: page.PersonSearch })));
const PersonShow = lazy(() => import('./PersonShow').then((page) => ({ default: page.PersonShow })));
const PersonEdit = lazy(() => import('./PersonEdit').then((page) => ({ default: page.PersonEdit })));

/** 人员. */
export default {
  list: PersonSearch,
  edit: PersonShow,
  children: [<Route key="edit" path=":id/edit" element={<PersonEdit />} />],
};
