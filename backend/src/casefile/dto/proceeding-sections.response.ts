/** 法律程序: one step of an organ. */
export class ProceedingResponse {
  id: string;
  kind: string;
  name: string;
  happenedAt: string;
  organName: string;
  addresseeName: string | null;
  result: string | null;
  resultName: string | null;
  variant: string | null;
  number: string | null;
  /** 代登记. */
  onBehalf: boolean;
  person: string | null;
  note: string | null;
  /** Rules whose clocks this step started and that still run. */
  waitsFor: string[];
  source: string;
  recordedByName: string | null;
  recordedAt: string;
}
