import { lazy } from 'react';
import { Route } from 'react-router-dom';

const CampaignList = lazy(() => import('./CampaignList').then((page) => ({ default: page.CampaignList })));
const CampaignShow = lazy(() => import('./CampaignShow').then((page) => ({ default: page.CampaignShow })));
const draw = () => import('./DrawUpPages');
const NewPage = lazy(() => draw().then((area) => ({ default: area.NewCampaignPage })));
const RevisePage = lazy(() => draw().then((area) => ({ default: area.ReviseCampaignPage })));
const SheetList = lazy(() => import('./SheetList').then((page) => ({ default: page.SheetList })));
const SheetShow = lazy(() => import('./SheetShow').then((page) => ({ default: page.SheetShow })));
const SheetFindingPage = lazy(() =>
  import('./SheetFindingPage').then((page) => ({ default: page.SheetFindingPage })),
);

/** 重点时段排查, for whoever draws it up and follows it. */
export const campaigns = {
  list: CampaignList,
  edit: CampaignShow,
  children: [
    <Route key="new" path="new" element={<NewPage />} />,
    <Route key="revise" path=":id/revise" element={<RevisePage />} />,
  ],
};

/** 村级排查表, for whoever goes to the children. */
export const campaignSheets = {
  list: SheetList,
  edit: SheetShow,
  children: [<Route key="report" path=":id/report/:taskId" element={<SheetFindingPage />} />],
};
