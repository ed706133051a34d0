import { lazy } from 'react';
import { Route } from 'react-router-dom';

const WatchList = lazy(() => import('./WatchList').then((page) => ({ default: page.WatchList })));
const WatchShow = lazy(() => import('./WatchShow').then((page) => ({ default: page.WatchShow })));
const ProposePage = lazy(() => import('./ProposePage').then((page) => ({ default: page.ProposePage })));
const forms = () => import('./pages');
const VisitPage = lazy(() => forms().then((area) => ({ default: area.WatchVisitPage })));
const FindingPage = lazy(() => forms().then((area) => ({ default: area.FindingPage })));
const CarePage = lazy(() => forms().then((area) => ({ default: area.CarePage })));
const UnfitCarerPage = lazy(() => forms().then((area) => ({ default: area.UnfitCarerPage })));
const RevisePage = lazy(() => forms().then((area) => ({ default: area.RevisePage })));
const ResubmitPage = lazy(() => forms().then((area) => ({ default: area.ResubmitPage })));
const ReopenPage = lazy(() => forms().then((area) => ({ default: area.ReopenPage })));

/** 监测对象. Long forms have pages of their own, so that a draft has an address to come back to. */
export const watchItems = {
  list: WatchList,
  edit: WatchShow,
  children: [
    <Route key="new" path="new" element={<ProposePage />} />,
    <Route key="visit" path=":id/visit" element={<VisitPage />} />,
    <Route key="report" path=":id/report" element={<FindingPage />} />,
    <Route key="care" path=":id/care" element={<CarePage />} />,
    <Route key="unfit-carer" path=":id/unfit-carer" element={<UnfitCarerPage />} />,
    <Route key="revise" path=":id/revise" element={<RevisePage />} />,
    <Route key="resubmit" path=":id/resubmit" element={<ResubmitPage />} />,
    <Route key="reopen" path=":id/reopen" element={<ReopenPage />} />,
  ],
};
