import { lazy } from 'react';

/** Pages outside the resources; each is loaded when it is first opened. */
export const HomePage = lazy(() => import('../home').then((area) => ({ default: area.HomePage })));
export const LoginPage = lazy(() =>
  import('../layout/LoginPage').then((area) => ({ default: area.LoginPage })),
);
export const NoticesPage = lazy(() => import('../support').then((area) => ({ default: area.NoticesPage })));
export const DutyPage = lazy(() => import('../support').then((area) => ({ default: area.DutyPage })));
export const SystemPage = lazy(() => import('../support').then((area) => ({ default: area.SystemPage })));
export const DeadlineRulesPage = lazy(() =>
  import('../support').then((area) => ({ default: area.DeadlineRulesPage })),
);
export const DeadlineListPage = lazy(() =>
  import('../support').then((area) => ({ default: area.DeadlineListPage })),
);
export const PlacementListPage = lazy(() =>
  import('../fieldwork/placements/pages').then((area) => ({ default: area.PlacementListPage })),
);
export const TotalsPage = lazy(() => import('../statistics').then((area) => ({ default: area.TotalsPage })));
export const AuditPage = lazy(() => import('../support').then((area) => ({ default: area.AuditPage })));
export const StatesPage = lazy(() =>
  import('../support/states/StatesPage').then((area) => ({ default: area.StatesPage })),
);
