import type { Role } from '../../kernel';

type StaffRole = Exclude<Role, 'system'>;

const EVERYONE = [
  'school_reporter',
  'intake_officer',
  'police_handler',
  'agency_handler',
  'child_supervisor',
  'child_director',
  'civil_affairs',
  'administrator',
] as const satisfies readonly StaffRole[];
/** Who takes part in cases at all; a system administrator reads no case content (等保 8.1.4.2). */
const CASEWORK = [
  'intake_officer',
  'police_handler',
  'agency_handler',
  'child_supervisor',
  'child_director',
  'civil_affairs',
] as const satisfies readonly StaffRole[];
const WORKERS = [
  'intake_officer',
  'child_supervisor',
  'child_director',
  'civil_affairs',
] as const satisfies readonly StaffRole[];
const LEADERS = [
  'intake_officer',
  'child_supervisor',
  'civil_affairs',
] as const satisfies readonly StaffRole[];

/** Which roles may call which route. Place and participation decide about the record (visibility), state about the action. */
export const PERMISSIONS = {
  'session.read': EVERYONE,
  'reference.read': EVERYONE,
  'home.read': EVERYONE,
  'notice.read': EVERYONE,
  'stream.read': EVERYONE,
  'draft.write': EVERYONE,
  'report.file': [
    'school_reporter',
    'intake_officer',
    'child_director',
    'child_supervisor',
    'police_handler',
    'agency_handler',
    'civil_affairs',
  ],
  'report.read': [
    'school_reporter',
    'intake_officer',
    'child_director',
    'child_supervisor',
    'police_handler',
    'agency_handler',
    'civil_affairs',
  ],
  'report.add': [
    'school_reporter',
    'intake_officer',
    'child_director',
    'child_supervisor',
    'police_handler',
    'agency_handler',
    'civil_affairs',
  ],
  'report.record-police': [
    'school_reporter',
    'intake_officer',
    'child_director',
    'child_supervisor',
    'agency_handler',
    'civil_affairs',
  ],
  'report.receive': ['intake_officer'],
  'report.triage': ['intake_officer'],
  'report.feedback': ['intake_officer'],
  'report.disclose-reporter': ['intake_officer'],
  'work-order.read': CASEWORK,
  'work-order.accept': CASEWORK,
  'work-order.return': CASEWORK,
  'work-order.finish': CASEWORK,
  'work-order.record-on-behalf': ['intake_officer'],
  'work-order.reissue': ['intake_officer'],
  'work-order.urge': ['intake_officer', 'civil_affairs'],
  'case.read': CASEWORK,
  'case.assign': LEADERS,
  'case.emergency': LEADERS,
  'case.safety-check': WORKERS,
  'case.assess': WORKERS,
  'case.plan': LEADERS,
  'case.service': WORKERS,
  'case.visit': WORKERS,
  'case.request-closing': WORKERS,
  'case.sign-closing': ['intake_officer', 'civil_affairs'],
  'person.read': CASEWORK,
  'person.edit': WORKERS,
  'admin.read': ['administrator'],
  'demo.clock': ['administrator'],
} as const satisfies Record<string, readonly StaffRole[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether a role may do this at all. */
export function roleMay(role: Role, permission: Permission): boolean {
  return (PERMISSIONS[permission] as readonly Role[]).includes(role);
}

/** Everything a role may ask for; the console hides the rest. */
export function permissionsOf(role: Role): Permission[] {
  return (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => roleMay(role, permission));
}
