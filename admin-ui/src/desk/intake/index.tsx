import { lazy } from 'react';
import { Route } from 'react-router-dom';

const ReportList = lazy(() => import('./ReportList').then((page) => ({ default: page.ReportList })));
const ReportShow = lazy(() => import('./ReportShow').then((page) => ({ default: page.ReportShow })));
const ReportCreate = lazy(() => import('./wizard').then((page) => ({ default: page.ReportCreate })));
const ReportSent = lazy(() => import('./ReportSent').then((page) => ({ default: page.ReportSent })));
const TriagePage = lazy(() => import('./triage').then((page) => ({ default: page.TriagePage })));

/** 报告. The record's page stands under `edit`, because react-admin puts that one at /reports/:id. */
export default {
  list: ReportList,
  edit: ReportShow,
  children: [
    <Route key="new" path="new" element={<ReportCreate />} />,
    <Route key="sent" path=":id/sent" element={<ReportSent />} />,
    <Route key="triage" path=":id/triage" element={<TriagePage />} />,
  ],
};
