import type { ActionForm } from '../../../access';
import type { WatchItem } from '../../../api';
import {
  AssignFields,
  ChangeLevelFields,
  ConfirmFields,
  EndCareFields,
  EndFields,
  ExcludeFields,
  PauseFields,
  PlanVisitFields,
  RecordContactFields,
  ReturnFields,
  WithdrawFields,
} from './action-fields';
import { asksForReport, isOpen, openCare } from './watch-state';

const FILE = 'action.groupFile';
const CARE = 'action.groupEntrusted';
const page = (path: string) => (item: WatchItem) => `/watch-items/${item.id}/${path}`;
const isCareRunning = (item: WatchItem): boolean => openCare(item)?.state === 'running';

/** Every action on a watched child. A sign that asks for a report comes first, then what waits for this person, then the visit. */
export const watchForms: Readonly<Record<string, ActionForm<WatchItem>>> = {
  confirm: {
    aside: asksForReport,
    hint: 'watch.confirm.hint',
    defaults: ({ level }) => ({ level }),
    Fields: ConfirmFields,
  },
  return: { aside: true, hint: 'watch.return.hint', Fields: ReturnFields },
  resubmit: { aside: asksForReport, page: page('resubmit') },
  withdraw: {
    group: FILE,
    // Taking back belongs to whoever proposed.
    hidden: () => true,
    Fields: WithdrawFields,
  },
  'record-visit': {
    aside: (item) => asksForReport(item) || isOpen(item, 'confirm') || isOpen(item, 'resubmit'),
    page: page('visit'),
  },
  'record-contact': {
    aside: true,
    // Weekly, so it is at hand while a care runs.
    group: (item) => (isCareRunning(item) ? undefined : CARE),
    hidden: (item) => !isCareRunning(item),
    Fields: RecordContactFields,
  },
  'report-finding': { aside: (item) => !asksForReport(item), page: page('report') },
  'record-care': { group: CARE, hidden: isCareRunning, page: page('care') },
  'record-unfit-carer': { group: CARE, page: page('unfit-carer') },
  'end-care': { group: CARE, hidden: (item) => openCare(item) === undefined, Fields: EndCareFields },
  'plan-visit': { group: FILE, hint: 'watch.plan.hint', Fields: PlanVisitFields },
  revise: { group: FILE, page: page('revise') },
  'change-level': { group: FILE, hint: 'watch.changeLevel.hint', Fields: ChangeLevelFields },
  assign: {
    group: FILE,
    hint: 'watch.assign.hint',
    defaults: ({ workerAgencyId, workerUserId }) => ({
      agencyId: workerAgencyId,
      userId: workerUserId ?? '',
    }),
    Fields: AssignFields,
  },
  exclude: {
    group: FILE,
    hint: 'watch.exclude.hint',
    defaults: () => ({ hints: [] }),
    Fields: ExcludeFields,
  },
  pause: { group: FILE, hint: 'watch.pause.hint', Fields: PauseFields },
  resume: { hint: 'watch.resume.hint' },
  end: { group: FILE, hint: 'watch.end.hint', Fields: EndFields },
  reopen: { aside: true, page: page('reopen') },
};
