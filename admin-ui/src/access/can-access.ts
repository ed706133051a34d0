import type { Session } from '../api';

/** Permission a resource's pages need; the same names as the server's catalogue. */
const READ: Readonly<Record<string, string>> = {
  reports: 'report.read',
  'work-orders': 'work-order.read',
  'agency-notices': 'agency-notice.read',
  cases: 'case.read',
  'case-transfers': 'case-transfer.read',
  agencies: 'unit.read',
  'backstop-items': 'backstop.read',
  'unstaffed-places': 'backstop.read',
  people: 'person.read',
  placements: 'placement.read',
  'watch-items': 'watch.read',
  campaigns: 'campaign.read',
  'campaign-sheets': 'campaign.read',
  deadlines: 'deadline.read',
  'audit-entries': 'audit.read',
  notices: 'notice.read',
  duty: 'duty.read',
  admin: 'admin.read',
  totals: 'totals.read',
};
const CREATE: Readonly<Record<string, string>> = {
  reports: 'report.file',
  'watch-items': 'watch.propose',
  campaigns: 'campaign.manage',
};
const EDIT: Readonly<Record<string, string>> = { people: 'person.edit' };

/** Whether a page or button is worth showing. Only a hint: the server decides every request again. */
export function canAccess(permissions: readonly string[], resource: string, action: string): boolean {
  const needed = permissionFor(resource, action);
  return needed !== undefined && permissions.includes(needed);
}

function permissionFor(resource: string, action: string): string | undefined {
  if (action === 'create') return CREATE[resource];
  if (action === 'edit') return EDIT[resource];
  return READ[resource];
}

/** Courts and procuratorates are asked by letter (协作函): nothing is ordered, urged or overdue on their screens. */
export function isAskedByLetter({ agency }: Pick<Session, 'agency'>): boolean {
  return agency.kind === 'court' || agency.kind === 'procuratorate';
}
