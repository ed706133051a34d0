import type { Role } from '../../kernel';

type StaffRole = Exclude<Role, 'system'>;

const REPORTERS = [
  'school_reporter',
  'medical_reporter',
  'unit_reporter',
] as const satisfies readonly StaffRole[];
/** Who takes part in cases at all; a system administrator reads no case content (等保 8.1.4.2). */
const CASEWORK = [
  'intake_officer',
  'police_handler',
  'agency_handler',
  'medical_reporter',
  'child_supervisor',
  'child_director',
  'civil_affairs',
  'shelter_worker',
] as const satisfies readonly StaffRole[];
const WORKERS = [
  'intake_officer',
  'child_supervisor',
  'child_director',
  'civil_affairs',
  'shelter_worker',
] as const satisfies readonly StaffRole[];
const LEADERS = [
  'intake_officer',
  'child_supervisor',
  'civil_affairs',
] as const satisfies readonly StaffRole[];
/** 24号文 19: 民政 or the 救助保护机构 calls the agencies together; a township may, with them. */
const CONVENERS = [
  'intake_officer',
  'child_supervisor',
  'civil_affairs',
  'shelter_worker',
] as const satisfies readonly StaffRole[];
/** Who cares for a child, and who decides that somebody does (未成年人保护法92–93). */
const CARE = [...LEADERS, 'shelter_worker'] as const satisfies readonly StaffRole[];
const DISTRICT = ['intake_officer', 'civil_affairs'] as const satisfies readonly StaffRole[];
/** Who watches over children without a case: the three levels (plan (四)12). */
const WATCHERS = [
  'child_director',
  'child_supervisor',
  'civil_affairs',
] as const satisfies readonly StaffRole[];
/** 未保工作站、专人专岗、入职查询、合规审计: who keeps such records of the own unit or of those below it. */
const UNIT_KEEPERS = [
  'medical_reporter',
  'agency_handler',
  'shelter_worker',
  'child_supervisor',
  'civil_affairs',
  'intake_officer',
] as const satisfies readonly StaffRole[];
/** Anybody with an account may see a child in danger; only those who watch over the system and the plan report nothing. */
const MAY_REPORT = [
  ...REPORTERS,
  'hotline_operator',
  'intake_officer',
  'child_director',
  'child_supervisor',
  'police_handler',
  'agency_handler',
  'civil_affairs',
  'shelter_worker',
] as const satisfies readonly StaffRole[];
const EVERYONE = [
  ...MAY_REPORT,
  'wcc_officer',
  'auditor',
  'administrator',
] as const satisfies readonly StaffRole[];

/** Which roles may call which route. Place and participation decide about the record (visibility), state about the action. */
export const PERMISSIONS = {
  'session.read': EVERYONE,
  'reference.read': EVERYONE,
  'home.read': EVERYONE,
  'notice.read': EVERYONE,
  'stream.read': EVERYONE,
  'draft.write': EVERYONE,

  // support/duty: place decides about the roster. Whom an urgent message reaches is the agencies' business, not the system's:
  // an administrator neither reads nor enters rosters (等保 8.1.4.2).
  'duty.read': CASEWORK,
  'duty.keep': CASEWORK.filter((role) => role !== 'child_director'),
  'duty.serve': CASEWORK,

  // desk/intake
  'report.file': MAY_REPORT,
  'report.read': MAY_REPORT,
  'report.add': MAY_REPORT,
  // The police are told; they do not tell themselves.
  'report.record-police': MAY_REPORT.filter((role) => role !== 'police_handler'),
  'report.record-filing': MAY_REPORT,
  'report.retract': MAY_REPORT,
  'report.receive': ['intake_officer'],
  'report.triage': ['intake_officer'],
  'report.answer-consult': ['intake_officer'],
  'report.mark-duplicate': ['intake_officer'],
  'report.screen-out': ['intake_officer'],
  'report.confirm-screen-out': ['intake_officer'],
  'report.transfer': ['intake_officer'],
  'report.ticket': ['intake_officer'],
  'report.feedback': ['intake_officer'],
  'report.disclose-reporter': ['intake_officer'],

  // desk/coordination
  'work-order.read': CASEWORK,
  'work-order.accept': CASEWORK,
  'work-order.return': CASEWORK,
  'work-order.finish': CASEWORK,
  'work-order.record-on-behalf': ['intake_officer'],
  'work-order.reissue': ['intake_officer'],
  'work-order.urge': DISTRICT,
  'work-order.add-progress': CASEWORK,
  'work-order.set-expected': CASEWORK,
  'work-order.hand-on': CASEWORK,
  'work-order.rule': DISTRICT,
  'work-order.supervise': DISTRICT,
  'work-order.ask-again': DISTRICT,
  'work-order.change-lead': DISTRICT,
  'work-order.cancel': DISTRICT,
  'agency-notice.read': CASEWORK,
  'agency-notice.record-told': ['intake_officer'],

  // casefile
  'case.read': CASEWORK,
  'case.assign': LEADERS,
  'case.issue-order': DISTRICT,
  'case.visit': WORKERS,
  'case.request-closing': WORKERS,
  'case.endorse-closing': ['child_supervisor'],
  'case.sign-closing': DISTRICT,
  // Any of the three levels; a village takes back what it asked for itself.
  'case.return-closing': WORKERS,
  'case.suspend': LEADERS,
  'case.transfer': DISTRICT,
  'case-transfer.read': DISTRICT,
  'case-transfer.answer': ['intake_officer'],
  'case.reopen': ['intake_officer'],
  'case.record-death': LEADERS,
  'case.review-death': ['civil_affairs'],
  'case.archive': LEADERS,

  // stages/emergency, fieldwork/placements
  'case.emergency': LEADERS,
  'case.safety-check': WORKERS,
  'case.medical': WORKERS,
  'case.custody': ['civil_affairs'],
  'case.place': LEADERS,
  'case.handover': CARE,
  'case.review-placement': CARE,
  'case.return-home': ['civil_affairs', 'shelter_worker'],
  'placement.read': CARE,

  // fieldwork/assessments, fieldwork/services, stages/assistance
  'case.assess': WORKERS,
  // The second person of an assessment that lowers a guard.
  'case.confirm-assessment': LEADERS,
  'case.urgency': LEADERS,
  // A plan of a village or a shelter is a proposal until a leader approves it.
  'case.plan': WORKERS,
  'case.approve-plan': LEADERS,
  'case.review-plan': LEADERS,
  'case.service': WORKERS,
  'case.cancel-service': LEADERS,
  // 妇联 and social workers give guidance; they record it where the case is theirs to work on.
  'case.guidance': [...WORKERS, 'agency_handler'],

  // fieldwork/conferences, fieldwork/proceedings, stages/guardianship
  'case.conference': CONVENERS,
  'case.conference-task': CASEWORK,
  'case.guardianship': LEADERS,
  // The ladder says which agency's act each measure is; the district desk records everybody's (代登记).
  'case.measure': CASEWORK,
  'case.measure-result': CONVENERS,
  'case.guardian-duty': WORKERS,
  // Police and townships record their own steps, the district desk everybody's (代登记); the table says which.
  'case.proceeding': ['police_handler', 'child_supervisor', ...DISTRICT],

  // stages/monitoring
  'watch.read': [...WATCHERS, 'intake_officer'],
  'watch.propose': WATCHERS,
  'watch.confirm': ['child_supervisor', 'civil_affairs'],
  'watch.visit': WATCHERS,
  'watch.report': WATCHERS,
  'campaign.read': WATCHERS,
  'campaign.manage': ['child_supervisor', 'civil_affairs'],
  'campaign.work': WATCHERS,

  // statistics
  'totals.read': ['wcc_officer'],

  // desk/backstop: what the district does for places without accounts
  'backstop.read': DISTRICT,

  // desk/units: place decides about the unit (can_see_unit), its keeper about the record (unit.rules)
  'unit.read': [...UNIT_KEEPERS, 'child_director', 'auditor'],
  'unit.record': UNIT_KEEPERS,

  // people
  'person.read': CASEWORK,
  'person.edit': WORKERS,

  // support/attachments: place, participation and field class decide about the file
  'attachment.read': MAY_REPORT,
  'attachment.add': MAY_REPORT,
  'attachment.withdraw': MAY_REPORT,

  // support
  'deadline.read': CASEWORK,
  'audit.read': ['auditor'],
  'admin.read': ['administrator'],
  // Sends again what the system gave up on; says nothing of what it is about.
  'admin.redrive': ['administrator'],
  'demo.clock': ['administrator'],
} as const satisfies Record<string, readonly StaffRole[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether a role may do this at all. */
export function roleMay(role: Role, permission: Permission): boolean {
  return rolesWith(permission).includes(role);
}

/** The roles that may do this. */
export function rolesWith(permission: Permission): readonly Role[] {
  return PERMISSIONS[permission];
}

/** Everything a role may ask for; the console hides the rest. */
export function permissionsOf(role: Role): Permission[] {
  return (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => roleMay(role, permission));
}
