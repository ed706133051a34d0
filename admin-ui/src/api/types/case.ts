/** Shapes of the HTTP API (docs/api.md): 个案. */
import type { Assessment, Plan, SafetyCheck, ServiceItem, Visit } from './casework';
import type { AllowedAction, ChildVoice, Deadline, TimelineEntry, Urgency } from './common';
import type { Person } from './person';
import type { WorkOrder } from './work-order';

export interface CaseStage {
  stage: 'emergency' | 'assessment' | 'assistance' | 'guardianship';
  stageName: string;
  openedAt: string;
  closedAt: string | null;
}
export interface CaseParty {
  role: string;
  roleName: string;
  relationName: string | null;
  person: Person;
}
export interface Case {
  id: string;
  caseNo: string;
  phase: 'open' | 'closing' | 'closed';
  phaseName: string;
  stages: CaseStage[];
  urgency: Urgency;
  urgencyName: string;
  riskLevel: string | null;
  riskLevelName: string | null;
  situations: string[];
  situationNames: string[];
  regionCode: string | null;
  regionName: string | null;
  openedAt: string;
  closedAt: string | null;
  ownerAgencyName: string | null;
  workerAgencyId: string | null;
  workerAgencyName: string | null;
  workerUserId: string | null;
  workerUserName: string | null;
  childName: string | null;
  child: Person | null;
  parties: CaseParty[] | null;
  summary: string | null;
  report: { id: string; reportNo: string } | null;
  siblings: { id: string; caseNo: string }[] | null;
  deadlines: Deadline[] | null;
  workOrders: WorkOrder[] | null;
  timeline: TimelineEntry[] | null;
  safetyChecks: SafetyCheck[] | null;
  assessments: Assessment[] | null;
  plans: Plan[] | null;
  services: ServiceItem[] | null;
  visits: Visit[] | null;
  closing: Closing | null;
  allowedActions: AllowedAction[];
  version: number;
  _masked: string[];
}
export interface Closing extends ChildVoice {
  state: 'requested' | 'returned' | 'signed';
  stateName: string;
  reason: string;
  reasonName: string;
  riskLevel: string;
  riskLevelName: string;
  checklist: Record<string, boolean>;
  note: string | null;
  requestedByName: string | null;
  requestedAt: string;
  signedByName: string | null;
  signedAt: string | null;
}
