export class DeadLetterResponse {
  id: string;
  /** What happened, e.g. `report.filed`. */
  message: string;
  /** Who should have acted on it, e.g. `intake.notices`. */
  handler: string;
  attempts: number;
  /** The kind of the last error. */
  error: string | null;
  createdAt: string;
}

export class DeadLettersResponse {
  data: DeadLetterResponse[];
}

export class RedrivenResponse {
  id: string;
}
