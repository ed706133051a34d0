import type { Role } from '../api';

/** Permission a resource's pages need; the same names as the server's catalogue. */
const READ: Readonly<Record<string, string>> = {
  reports: 'report.read',
  'work-orders': 'work-order.read',
  cases: 'case.read',
  people: 'person.read',
  notices: 'notice.read',
  admin: 'admin.read',
};
const CREATE: Readonly<Record<string, string>> = { reports: 'report.file' };
const EDIT: Readonly<Record<string, string>> = { people: 'person.edit' };

/** Whether a page or button is worth showing. Only a hint: the server decides every request again. */
export function canAccess(
  permissions: readonly string[],
  role: Role,
  resource: string,
  action: string,
): boolean {
  const needed = permissionFor(resource, action);
  // Agencies see work orders and cases; reports of others never reach them, so their menu has no report list.
  if (resource === 'reports' && action === 'menu' && !REPORT_ROLES.includes(role)) return false;
  return needed !== undefined && permissions.includes(needed);
}

const REPORT_ROLES: readonly Role[] = [
  'school_reporter',
  'intake_officer',
  'child_supervisor',
  'child_director',
];

function permissionFor(resource: string, action: string): string | undefined {
  if (action === 'create') return CREATE[resource];
  if (action === 'edit') return EDIT[resource];
  return READ[resource];
}
