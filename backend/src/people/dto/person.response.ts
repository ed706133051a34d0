import { PageInfo, PageMeta } from '../../platform/http';

/** What somebody is to a child, or what others are to this child. Names are masked. */
export class PersonRelationResponse {
  id: string;
  personId: string;
  personName: string | null;
  childId: string;
  childName: string | null;
  code: string;
  relationName: string;
  guardianKind: 'legal' | 'appointed' | 'entrusted' | 'temporary' | null;
}

export class PersonCaseResponse {
  id: string;
  caseNo: string;
  phaseName: string;
}

/** A person as the reader may see them; parts the reader may not see are null and named in `_masked`. */
export class PersonResponse {
  id: string;
  kind: 'child' | 'adult';
  name: string | null;
  sex: 'male' | 'female' | 'unknown';
  birthDate: string | null;
  birthDateEstimated: boolean;
  /** Full years today; null without a birth date. */
  age: number | null;
  idKind: string;
  /** Always masked. */
  idNumber: string | null;
  noIdReason: string | null;
  phone: string | null;
  address: string | null;
  regionCode: string | null;
  regionName: string | null;
  school: string | null;
  /** Null in lists. */
  relations: PersonRelationResponse[] | null;
  /** Cases of this person that the reader may see; null in lists. */
  cases: PersonCaseResponse[] | null;
  version: number;
  _masked: string[];
}

export class PersonPage {
  data: PersonResponse[];
  pageInfo: PageInfo;
  meta: PageMeta;
}
