export class ProceedingResultResponse {
  code: string;
  name: string;
}

export class ProceedingClockResponse {
  ruleId: string;
  name: string;
  basisName: string;
}

/** One step that this person may record. */
export class ProceedingKindResponse {
  kind: string;
  name: string;
  organKind: string;
  organName: string;
  onBehalf: boolean;
  results: ProceedingResultResponse[];
  variants: string[];
  needsAddressee: boolean;
  opens: ProceedingClockResponse[];
  closes: ProceedingClockResponse[];
  source: string;
}
