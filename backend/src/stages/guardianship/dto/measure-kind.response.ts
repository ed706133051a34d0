/** One line of the ladder, for this person. */
export class MeasureKindResponse {
  kind: string;
  level: string;
  name: string;
  document: string;
  agencyKinds: string[];
  byNames: string;
  /** Null: this person does not record it here. */
  recording: 'own' | 'on-behalf' | null;
  /** The action of another room that records it. */
  recordedBy: string | null;
  applied: boolean;
  mayExpire: boolean;
  source: string;
}
