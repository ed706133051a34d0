import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';

/** What rooms above casefile show of a case. Declared here so that casefile never imports upward. */
export class ChildVoiceResponse {
  childOpinion: string | null;
  noOpinionReason: string | null;
}

/** 现场安全核查 (D05). */
export class SafetyCheckResponse extends ChildVoiceResponse {
  id: string;
  arrivedAt: string;
  seenChild: boolean;
  spokeAlone: boolean;
  medicalNeeded: boolean;
  /** 先医后置: what to do first when the child needs care. */
  medical: string | null;
  personsSeen: string | null;
  injuries: string | null;
  homeCondition: string | null;
  /** What somebody said without being asked. */
  statements: string | null;
  photos: string | null;
  decision: 'safe' | 'safe_with_plan' | 'unsafe';
  decisionName: string;
  decisionReason: string;
  checkedByName: string | null;
  recordedAt: string;
}

/** 评估; never shown to the family, never the only basis of a decision (domain §11). */
export class AssessmentResponse extends ChildVoiceResponse {
  id: string;
  instrument: string;
  instrumentVersion: number;

  instrumentTitle: string;

  /** By item of the instrument; 不清楚 (`unknown`) is an answer of its own. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  answers: Record<string, string>;

  /** Of scored forms: the sum of what is known, and with everything unknown at its worst. */
  score: number | null;
  scoreUpTo: number | null;
  /** A danger that the safety screen found overrides the score. */
  bySafetyScreen: boolean;
  computedLevel: 'low' | 'medium' | 'high';
  computedLevelName: string;
  level: 'low' | 'medium' | 'high';
  levelName: string;
  previousLevelName: string | null;
  state: 'effective' | 'proposed' | 'confirmed' | 'rejected' | 'superseded';
  stateName: string;
  overrideReason: string | null;
  narrative: string;
  assessedByName: string | null;
  assessedAt: string;
  reviewNote: string | null;
  reviewedByName: string | null;
  reviewedAt: string | null;
}

/** 提示 (domain §11): a fact that asks for something, and what it asks for. */
export class AlertResponse {
  code: string;
  title: string;
  advice: string;
}

export class PlanGoalResponse {
  goal: string;
  measures: string;
  owner: string;
  dueOn: string;
  resources: string | null;
}

/** 帮扶方案 (D15). */
export class PlanResponse extends ChildVoiceResponse {
  id: string;
  state: 'proposed' | 'approved' | 'returned' | 'replaced';
  stateName: string;
  goals: PlanGoalResponse[];
  emergencyPlan: string | null;
  /** 成年后的安排 (DL-048); null where nothing was arranged. */
  adulthood: string | null;
  familyView: string | null;
  /** Whether the child read or heard 「接下来会发生什么」; null for plans that were not asked. */
  childInformed: boolean | null;
  notInformedReason: string | null;
  reviewOn: string;
  madeByName: string | null;
  madeAt: string;
  decisionNote: string | null;
  decidedByName: string | null;
  decidedAt: string | null;
}

/** 帮扶服务: one measure of a plan. */
export class PlanServiceResponse {
  id: string;
  planId: string;
  supportType: string;
  supportTypeName: string;
  providerAgencyId: string | null;
  provider: string;
  dueOn: string;
  state: 'draft' | 'planned' | 'ongoing' | 'done' | 'cancelled' | 'dropped';
  stateName: string;
  startedAt: string | null;
  /** What came of it, or why it was cancelled. */
  result: string | null;
  /** When it was done or cancelled. */
  completedAt: string | null;
}

export class ServiceProgressResponse {
  serviceId: string;
  rating: 'good' | 'slow' | 'none' | 'unneeded';
  ratingName: string;
  note: string | null;
}

/** 帮扶复核 (DL-049). */
export class PlanReviewResponse extends ChildVoiceResponse {
  id: string;
  planId: string;
  decision: 'continue' | 'adjust' | 'close' | 'escalate';
  decisionName: string;
  progress: ServiceProgressResponse[];
  changes: string;
  reason: string;
  reviewedByName: string | null;
  reviewedAt: string;
}

/** 家庭教育指导记录 (D22). */
export class GuidanceResponse {
  id: string;
  serviceId: string | null;
  heldOn: string;
  minutes: number;
  method: 'home' | 'centre' | 'phone' | 'group';
  methodName: string;
  topic: string;
  guardianResponse: string;
  next: string | null;
  recordedByName: string | null;
}

export class VisitItemResponse {
  rating: 'normal' | 'watch' | 'abnormal';
  note: string | null;
}

/** 走访 (D16). */
@ApiExtraModels(VisitItemResponse)
export class VisitResponse {
  id: string;
  visitType: string;
  visitTypeName: string;
  visitedAt: string;
  seenChild: boolean;
  spokeAlone: boolean;
  guardianPresent: boolean;

  /** By code of VISIT_ITEMS. */
  @ApiProperty({ type: 'object', additionalProperties: { $ref: getSchemaPath(VisitItemResponse) } })
  items: Record<string, VisitItemResponse>;

  problems: string | null;
  actions: string | null;
  nextDueOn: string | null;
  visitedByName: string | null;
}

/** A report a case came from, was joined by, or may be about its child; never its reporter. */
export class CaseReportResponse {
  /** Null for who may not open the report. */
  id: string | null;
  reportNo: string;
  /** matched: somebody still has to decide whether it is about this child. */
  how: 'opened' | 'joined' | 'reopened' | 'matched';
  howName: string;
  at: string;
}
