import type { CreateReport, Role, SubmitKey } from '../../../api';
import { clean } from '../../../lib';

/** What the wizard holds; ages are texts while they are typed. */
export type ReportFormValues = Omit<CreateReport, 'children'> & { children: ChildFormValues[] };
export type ChildFormValues = Omit<CreateReport['children'][number], 'age'> & { age?: string };

/** The draft also remembers the page and the key of a submit whose answer may have been lost. */
export interface ReportDraft {
  values: ReportFormValues;
  step: number;
  submit: SubmitKey | null;
}

export const EMPTY_CHILD: ChildFormValues = {
  name: '',
  sex: 'unknown',
  age: '',
  school: '',
  className: '',
  address: '',
  guardianName: '',
  guardianPhone: '',
  guardianRelation: '',
};
export const EMPTY_SUSPECT: CreateReport['suspects'][number] = {
  name: '',
  perpetratorType: 'UNKNOWN',
  relation: '',
  note: '',
};

/** Unit types that can be told from who reports; the others choose. */
const UNIT_OF_ROLE: Partial<Record<Role, string>> = {
  school_reporter: 'SCHOOL',
  child_director: 'VILLAGE',
  child_supervisor: 'STATE_ORGAN',
  police_handler: 'STATE_ORGAN',
  civil_affairs: 'STATE_ORGAN',
};
const UNIT_OF_AGENCY: Readonly<Record<string, string>> = {
  school: 'SCHOOL',
  kindergarten: 'KINDERGARTEN',
  hospital: 'MEDICAL',
};

/** A seat of 12345 writes down a call; the desk may, everyone else reports from the own desk. */
export function takesCalls(role: Role): boolean {
  return role === 'hotline_operator';
}

const CHANNEL_OF_ROLE: Partial<Record<Role, string>> = {
  intake_officer: 'PHONE',
  hotline_operator: 'TICKET_12345',
};

/** A new report. Whoever answers a call opens the form while the caller speaks: that is the moment of the report. */
export function emptyReport(
  role: Role,
  agencyKind: string,
  answered: { readonly by: string; readonly at: string },
): ReportFormValues {
  return {
    channel: CHANNEL_OF_ROLE[role] ?? 'CONSOLE',
    ...(takesCalls(role)
      ? { call: { answeredAt: answered.at, answeredBy: answered.by, callback: 'unwanted' as const } }
      : {}),
    unitType: UNIT_OF_AGENCY[agencyKind] ?? UNIT_OF_ROLE[role] ?? 'OTHER',
    situations: [],
    childSafeNow: 'unknown',
    medicalSent: 'unknown',
    children: [EMPTY_CHILD],
    suspects: [],
    exclusionHints: [],
    wantsSecrecy: true,
  };
}

/** The body of POST /reports. */
export function toCreateReport(values: ReportFormValues): CreateReport {
  const children = values.children.map(({ age, ...child }) => ({
    ...child,
    ...(age === undefined || age.trim() === '' || Number.isNaN(Number(age)) ? {} : { age: Number(age) }),
  }));
  return clean({ ...values, children });
}

/** The steps, with the fields each one holds: an error of the server leads to its step. */
export const STEPS = [
  { key: 'danger', fields: ['childSafeNow', 'policeToldAt', 'policeReceiptNo', 'authorityToldAt'] },
  { key: 'situations', fields: ['situations'] },
  { key: 'children', fields: ['children'] },
  { key: 'what', fields: ['facts', 'childWords', 'injury', 'medicalSent', 'discoveredAt'] },
  { key: 'where', fields: ['regionCode', 'presentPlace', 'evidence', 'othersAtRisk'] },
  { key: 'suspects', fields: ['suspects'] },
  { key: 'exclusions', fields: ['exclusionHints', 'exclusionNote'] },
  {
    key: 'reporter',
    fields: [
      'reporterName',
      'reporterPhone',
      'reporterPosition',
      'wantsSecrecy',
      'unitType',
      'channel',
      'call',
    ],
  },
  { key: 'review', fields: [] },
] as const satisfies readonly { key: string; fields: readonly string[] }[];

export type StepKey = (typeof STEPS)[number]['key'];

/** The step that holds a field; the review when none does. */
export function stepOfField(field: string): number {
  const root = field.split('.')[0] ?? '';
  const index = STEPS.findIndex(({ fields }) => (fields as readonly string[]).includes(root));
  return index === -1 ? STEPS.length - 1 : index;
}

export type Gap = 'whatHappened' | 'whichChild';

/** What is still missing to send: something that happened, and a child that can be found. */
export function gapsOf(values: ReportFormValues): Gap[] {
  const { situations, facts, children } = toCreateReport(values);
  const gaps: Gap[] = [];
  if (situations.length === 0 && facts === undefined) gaps.push('whatHappened');
  const canBeFound = children.some(
    ({ name, school, address, guardianPhone }) => name ?? school ?? address ?? guardianPhone,
  );
  if (!canBeFound) gaps.push('whichChild');
  return gaps;
}

/** Words of a step's heading: an operator answers for a caller. */
export function stepTitle(key: StepKey, isCall: boolean): `wizard.step.${StepKey}` | 'call.step' {
  return isCall && key === 'reporter' ? 'call.step' : `wizard.step.${key}`;
}
