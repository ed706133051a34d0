/** Shapes of the HTTP API (docs/api.md): 强制报告. */
import type { AllowedAction, Answer, Deadline, Sex, TimelineEntry, Urgency } from './common';

export interface ReportedChild {
  name?: string;
  sex: Sex;
  age?: number;
  birthDate?: string;
  idNumber?: string;
  school?: string;
  className?: string;
  address?: string;
  guardianName?: string;
  guardianPhone?: string;
  guardianRelation?: string;
}
export interface ReportedSuspect {
  name?: string;
  perpetratorType: string;
  relation?: string;
  note?: string;
}
export interface CreateReport {
  channel: string;
  unitType: string;
  situations: string[];
  regionCode?: string;
  discoveredAt?: string;
  childSafeNow: Answer;
  medicalSent: Answer;
  children: ReportedChild[];
  suspects: ReportedSuspect[];
  facts?: string;
  childWords?: string;
  injury?: string;
  presentPlace?: string;
  evidence?: string;
  othersAtRisk?: string;
  exclusionHints: string[];
  exclusionNote?: string;
  policeToldAt?: string;
  policeReceiptNo?: string;
  authorityToldAt?: string;
  reporterName?: string;
  reporterPhone?: string;
  reporterPosition?: string;
  wantsSecrecy: boolean;
}
export interface ReportContent {
  children: ReportedChild[];
  suspects: ReportedSuspect[];
  facts: string | null;
  childWords: string | null;
  injury: string | null;
  medicalSent: Answer;
  presentPlace: string | null;
  evidence: string | null;
  othersAtRisk: string | null;
  exclusionNote: string | null;
}
export interface Report {
  id: string;
  reportNo: string;
  state: 'submitted' | 'received' | 'triaged' | 'closed';
  stateName: string;
  progress: string;
  urgency: Urgency;
  urgencyName: string;
  channel: string;
  unitType: string;
  situations: string[];
  regionCode: string | null;
  regionName: string | null;
  childCount: number;
  childSafeNow: Answer;
  discoveredAt: string | null;
  reportedAt: string;
  receivedAt: string | null;
  triagedAt: string | null;
  policeRequired: boolean;
  policeToldAt: string | null;
  policeReceiptNo: string | null;
  authorityToldAt: string | null;
  exclusionHints: string[];
  isOwn: boolean;
  content: ReportContent | null;
  wantsSecrecy: boolean;
  cases: { id: string; caseNo: string; phaseName: string }[] | null;
  additions: { id: string; text: string; addedAt: string }[] | null;
  feedback: { id: string; stage: string; stageName: string; text: string; givenAt: string }[] | null;
  deadlines: Deadline[] | null;
  timeline: TimelineEntry[] | null;
  allowedActions: AllowedAction[];
  version: number;
  _masked: string[];
}
export interface DisclosedReporter {
  name: string | null;
  phone: string | null;
  position: string | null;
  until: string;
}
