import type { MeasureRule } from './measures.rules';

/** The district desk records what organs did that sit on networks of their own (design §9.6). */
const DESK_ROLES: ReadonlySet<string> = new Set(['intake_officer', 'civil_affairs']);

export interface MeasureRecorder {
  readonly role: string;
  readonly agencyKind: string;
}

/** How somebody may record a measure: as the own agency's act, on behalf of the organ (代登记), or not at all. */
export function recordingOf(recorder: MeasureRecorder, rule: MeasureRule): 'own' | 'on-behalf' | null {
  if (rule.recordedBy !== undefined) return null;
  if (rule.by.includes(recorder.agencyKind)) return 'own';
  return DESK_ROLES.has(recorder.role) ? 'on-behalf' : null;
}
