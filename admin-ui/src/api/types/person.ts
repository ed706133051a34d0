/** Shapes of the HTTP API (docs/api.md): 人员. */
import type { Sex } from './common';

export interface Person {
  id: string;
  kind: string;
  name: string | null;
  sex: Sex;
  birthDate: string | null;
  birthDateEstimated: boolean;
  age: number | null;
  idKind: string | null;
  idNumber: string | null;
  noIdReason: string | null;
  phone: string | null;
  address: string | null;
  regionCode: string | null;
  regionName: string | null;
  school: string | null;
  /** What somebody is to a child; null in lists. */
  relations: PersonRelation[] | null;
  cases: { id: string; caseNo: string; phaseName: string }[] | null;
  version: number;
  _masked: string[];
}
export interface PersonRelation {
  id: string;
  personId: string;
  personName: string | null;
  childId: string;
  childName: string | null;
  code: string;
  relationName: string;
}
