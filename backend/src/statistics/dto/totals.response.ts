/** A cell; null where the number is too small to be shown. */
export class TotalCellResponse {
  /** A month (YYYY-MM) or the code of a township; null: the place is not known. */
  key: string | null;
  name: string;
  n: number | null;
}

export class TotalLineResponse {
  measure: 'reports' | 'cases-opened' | 'cases-closed' | 'watched';
  name: string;
  total: number | null;
  byMonth: TotalCellResponse[];
  /** In the order of places, never of numbers. */
  byTownship: TotalCellResponse[];
}

/** 汇总数字 of whole months; no person, and nothing that leads to one. */
export class TotalsResponse {
  /** First and last month. */
  from: string;
  until: string;
  lines: TotalLineResponse[];
}
