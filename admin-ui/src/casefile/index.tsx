import { lazy } from 'react';
import { Route } from 'react-router-dom';

const CaseList = lazy(() => import('./CaseList').then((page) => ({ default: page.CaseList })));
const CaseShow = lazy(() => import('./CaseShow').then((page) => ({ default: page.CaseShow })));
const SafetyCheckPage = lazy(() =>
  import('../stages/emergency').then((area) => ({ default: area.SafetyCheckPage })),
);
const AssessPage = lazy(() => import('../stages/assistance').then((area) => ({ default: area.AssessPage })));
const PlanPage = lazy(() => import('../stages/assistance').then((area) => ({ default: area.PlanPage })));
const ReviewPage = lazy(() => import('../stages/assistance').then((area) => ({ default: area.ReviewPage })));
const ClosingPage = lazy(() =>
  import('../stages/assistance').then((area) => ({ default: area.ClosingPage })),
);
const MeasurePage = lazy(() =>
  import('../stages/guardianship').then((area) => ({ default: area.MeasurePage })),
);
const ConferencePage = lazy(() =>
  import('../fieldwork/conferences').then((area) => ({ default: area.ConferencePage })),
);
const ConclusionPage = lazy(() =>
  import('../fieldwork/conferences').then((area) => ({ default: area.ConclusionPage })),
);
const FollowUpPage = lazy(() =>
  import('./pages/FollowUpPage').then((page) => ({ default: page.FollowUpPage })),
);
const TransferPage = lazy(() =>
  import('./pages/TransferPage').then((page) => ({ default: page.TransferPage })),
);
const DeathPage = lazy(() => import('./pages/DeathPage').then((page) => ({ default: page.DeathPage })));
const VisitPage = lazy(() => import('../fieldwork').then((area) => ({ default: area.VisitPage })));
const IssueOrderPage = lazy(() =>
  import('../desk/coordination/IssueOrderPage').then((page) => ({ default: page.IssueOrderPage })),
);
const care = () => import('../fieldwork/placements/pages');
const MedicalPage = lazy(() => care().then((area) => ({ default: area.MedicalPage })));
const HandoverPage = lazy(() => care().then((area) => ({ default: area.HandoverPage })));
const CustodyPage = lazy(() => care().then((area) => ({ default: area.CustodyPage })));
const PlacePage = lazy(() => care().then((area) => ({ default: area.PlacePage })));
const MovePage = lazy(() => care().then((area) => ({ default: area.MovePage })));
const ReturnHomePage = lazy(() => care().then((area) => ({ default: area.ReturnHomePage })));

/** 个案. Long forms have pages of their own, so that a draft has an address to come back to. */
export default {
  list: CaseList,
  edit: CaseShow,
  children: [
    <Route key="safety-check" path=":id/safety-check" element={<SafetyCheckPage />} />,
    <Route key="assess" path=":id/assess" element={<AssessPage />} />,
    <Route key="plan" path=":id/plan" element={<PlanPage />} />,
    <Route key="review" path=":id/review" element={<ReviewPage />} />,
    <Route key="issue-order" path=":id/issue-order" element={<IssueOrderPage />} />,
    <Route key="visit" path=":id/visit" element={<VisitPage />} />,
    <Route key="measure" path=":id/measure" element={<MeasurePage />} />,
    <Route key="conference" path=":id/conference" element={<ConferencePage />} />,
    <Route key="conclusion" path=":id/conference-conclusion" element={<ConclusionPage />} />,
    <Route key="medical" path=":id/medical" element={<MedicalPage />} />,
    <Route key="handover" path=":id/handover" element={<HandoverPage />} />,
    <Route key="custody" path=":id/custody" element={<CustodyPage />} />,
    <Route key="place" path=":id/place" element={<PlacePage />} />,
    <Route key="move" path=":id/move" element={<MovePage />} />,
    <Route key="return-home" path=":id/return-home" element={<ReturnHomePage />} />,
    <Route key="closing" path=":id/closing" element={<ClosingPage />} />,
    <Route key="follow-up" path=":id/follow-up" element={<FollowUpPage />} />,
    <Route key="transfer" path=":id/transfer" element={<TransferPage />} />,
    <Route key="death" path=":id/death" element={<DeathPage />} />,
  ],
};
