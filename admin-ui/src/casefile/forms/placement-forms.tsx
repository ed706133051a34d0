import type { ActionForm } from '../../access';
import type { Case } from '../../api';
import {
  EndCustodyFields,
  EndPlacementFields,
  ExtendCustodyFields,
  needsDoctor,
  NotifyReturnFields,
  openPlacement,
  PoliceReportFields,
  ReviewFields,
  runningCustody,
  statementDue,
} from '../../fieldwork/placements';

const GROUP = 'action.groupResponse';
const isNotPlaced = (file: Case): boolean => openPlacement(file) === undefined;
const isNotInCustody = (file: Case): boolean => runningCustody(file) === undefined;
const isAllowed = (file: Case, name: string): boolean =>
  file.allowedActions.some(({ action, reason }) => action === name && reason === undefined);
const isNotified = (file: Case): boolean => (openPlacement(file)?.returnNotices ?? []).length > 0;

/** 就医、临时监护、安置、交接、送回. A doctor that is waited for, and a way home that is open, stand out; the rest is in the menu. */
export const placementForms: Readonly<Record<string, ActionForm<Case>>> = {
  'record-medical': {
    group: (file) => (needsDoctor(file) ? undefined : GROUP),
    page: ({ id }) => `/cases/${id}/medical`,
  },
  'record-handover': { group: GROUP, page: ({ id }) => `/cases/${id}/handover` },
  'record-police-report': { group: GROUP, hidden: (file) => !statementDue(file), Fields: PoliceReportFields },
  'decide-custody': {
    group: GROUP,
    hidden: (file) => !isNotInCustody(file),
    page: ({ id }) => `/cases/${id}/custody`,
  },
  'place-child': {
    group: GROUP,
    hidden: (file) => !isNotPlaced(file),
    page: ({ id }) => `/cases/${id}/place`,
  },
  'review-placement': { group: GROUP, hidden: isNotPlaced, Fields: ReviewFields, hint: 'care.review.hint' },
  'move-placement': { group: GROUP, hidden: isNotPlaced, page: ({ id }) => `/cases/${id}/move` },
  'extend-custody': {
    group: GROUP,
    hidden: isNotInCustody,
    Fields: ExtendCustodyFields,
    hint: 'care.extend.hint',
  },
  'notify-return': {
    group: (file) => (isAllowed(file, 'notify-return') && !isNotified(file) ? undefined : GROUP),
    hidden: isNotPlaced,
    Fields: NotifyReturnFields,
    hint: 'care.notice.hint',
  },
  'return-home': {
    group: (file) => (isAllowed(file, 'return-home') ? undefined : GROUP),
    hidden: isNotPlaced,
    page: ({ id }) => `/cases/${id}/return-home`,
  },
  'end-placement': { group: GROUP, hidden: isNotPlaced, Fields: EndPlacementFields, hint: 'care.end.hint' },
  'end-custody': {
    group: GROUP,
    hidden: isNotInCustody,
    Fields: EndCustodyFields,
    hint: 'care.end.custodyHint',
  },
};
