import { QueryClient } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Admin, CustomRoutes, Resource, memoryStore } from 'react-admin';
import { BrowserRouter, Route } from 'react-router-dom';
import cases from '../casefile';
import { backstopItems, unstaffedPlaces } from '../desk/backstop';
import workOrders from '../desk/coordination';
import agencyNotices from '../desk/coordination/notices';
import reports from '../desk/intake';
import transfers from '../desk/transfers';
import units from '../desk/units';
import { AppLayout } from '../layout/AppLayout';
import { Loading } from '../layout/Loading';
import { NotFoundPage } from '../layout/NotFoundPage';
import people from '../people';
import { campaigns, campaignSheets, watchItems } from '../stages/monitoring';
import { authProvider, dataProvider, i18nProvider } from '../providers';
import {
  AuditPage,
  DeadlineListPage,
  DeadlineRulesPage,
  DutyPage,
  HomePage,
  LoginPage,
  NoticesPage,
  PlacementListPage,
  StatesPage,
  SystemPage,
  TotalsPage,
} from './pages';
import { theme } from './theme';

/** Nothing is kept beyond this page's life: no persister, no store in the browser. */
const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 10_000, retry: false, refetchOnWindowFocus: true } },
});

/** The console: one shell, every area loaded when it is first opened. */
export function App() {
  return (
    <BrowserRouter>
      <Suspense fallback={<Loading />}>
        <Admin
          dataProvider={dataProvider}
          authProvider={authProvider}
          i18nProvider={i18nProvider}
          store={memoryStore()}
          queryClient={queryClient}
          theme={theme}
          darkTheme={null}
          layout={AppLayout}
          loginPage={LoginPage}
          dashboard={HomePage}
          loading={Loading}
          catchAll={NotFoundPage}
          requireAuth
          disableTelemetry
        >
          <Resource name="reports" {...reports} />
          <Resource name="work-orders" {...workOrders} />
          <Resource name="agency-notices" {...agencyNotices} />
          <Resource name="cases" {...cases} />
          <Resource name="case-transfers" {...transfers} />
          <Resource name="backstop-items" {...backstopItems} />
          <Resource name="unstaffed-places" {...unstaffedPlaces} />
          <Resource name="agencies" {...units} />
          <Resource name="people" {...people} />
          <Resource name="watch-items" {...watchItems} />
          <Resource name="campaigns" {...campaigns} />
          <Resource name="campaign-sheets" {...campaignSheets} />
          <Resource name="placements" list={PlacementListPage} />
          <Resource name="audit-entries" list={AuditPage} />
          <Resource name="deadlines" list={DeadlineListPage} />
          <CustomRoutes>
            <Route path="/duty" element={<DutyPage />} />
            <Route path="/duty/:id" element={<DutyPage />} />
            <Route path="/notices" element={<NoticesPage />} />
            <Route path="/totals" element={<TotalsPage />} />
            <Route path="/states" element={<StatesPage />} />
            <Route path="/admin" element={<SystemPage />} />
            <Route path="/admin/deadline-rules" element={<DeadlineRulesPage />} />
          </CustomRoutes>
        </Admin>
      </Suspense>
    </BrowserRouter>
  );
}
