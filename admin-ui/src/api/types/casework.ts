/** Shapes of the HTTP API (docs/api.md): what the stages record about a case. */
import type { Answer, ChildVoice } from './common';

export interface SafetyCheck extends ChildVoice {
  id: string;
  arrivedAt: string;
  seenChild: boolean;
  spokeAlone: boolean;
  medicalNeeded: boolean;
  injuries: string | null;
  homeCondition: string | null;
  decision: string;
  decisionName: string;
  decisionReason: string | null;
  /** 先医后置: what to do first when the child needs care. */
  medical: string | null;
  checkedByName: string | null;
  recordedAt: string;
}
export interface Assessment extends ChildVoice {
  id: string;
  instrument: string;
  instrumentVersion: number;
  level: string;
  levelName: string;
  computedLevelName: string | null;
  overrideReason: string | null;
  answers: Record<string, Answer>;
  narrative: string | null;
  assessedByName: string | null;
  assessedAt: string;
}
export interface Plan extends ChildVoice {
  id: string;
  goals: string | null;
  measures: string | null;
  emergencyPlan: string | null;
  reviewOn: string;
  madeByName: string | null;
  madeAt: string;
}
export interface ServiceItem {
  id: string;
  supportType: string;
  supportTypeName: string;
  provider: string;
  dueOn: string;
  state: string;
  result: string | null;
  completedAt: string | null;
}
export interface VisitItem {
  rating: 'normal' | 'watch' | 'abnormal';
  note?: string | null;
}
export interface Visit {
  id: string;
  visitType: string;
  visitTypeName: string;
  visitedAt: string;
  seenChild: boolean;
  spokeAlone: boolean;
  guardianPresent: boolean;
  items: Record<string, VisitItem>;
  problems: string | null;
  actions: string | null;
  nextDueOn: string | null;
  visitedByName: string | null;
}
