import type { LookUpChild, ProposeWatch } from '../../../api';
import { clean } from '../../../lib';

/** Chosen instead of a person on file: none of them is this child. */
export const NOBODY = 'new';

/** What the form holds. */
export interface ProposeValues {
  /** Answer to 查重: a person on file, NOBODY, or nothing yet. */
  match: string;
  child: {
    name: string;
    idNumber: string;
    sex: string;
    birthDate: string;
    birthDateEstimated: boolean;
    address: string;
    school: string;
    phone: string;
  };
  guardian: { name: string; relation: string; phone: string };
  regionCode: string;
  categories: string[];
  level: string;
  why: string;
  parents: string;
  exclusions: string[];
}

export const EMPTY_PROPOSAL: ProposeValues = {
  match: '',
  child: {
    name: '',
    idNumber: '',
    sex: '',
    birthDate: '',
    birthDateEstimated: false,
    address: '',
    school: '',
    phone: '',
  },
  guardian: { name: '', relation: '', phone: '' },
  regionCode: '',
  categories: [],
  level: '',
  why: '',
  parents: '',
  exclusions: [],
};

/** Birth date and sex that an ID number of 18 digits (GB 11643) carries; undefined for anything else. */
export function readIdNumber(text: string): { birthDate: string; sex: 'male' | 'female' } | undefined {
  const match = /^\d{6}(\d{4})(\d{2})(\d{2})\d{2}(\d)[\dXx]$/.exec(text.normalize('NFKC').trim());
  if (match === null) return undefined;
  const [, year = '', month = '', day = '', order = ''] = match;
  const birthDate = `${year}-${month}-${day}`;
  const instant = new Date(`${birthDate}T00:00:00Z`);
  if (Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== birthDate) return undefined;
  return { birthDate, sex: Number(order) % 2 === 1 ? 'male' : 'female' };
}

/** The question of 查重, or undefined when nothing says who the child is. */
export function toLookUp({ child }: ProposeValues): LookUpChild | undefined {
  if (child.name.trim() === '') return undefined;
  const { name, birthDate, birthDateEstimated, idNumber } = child;
  return clean({ name, birthDate, birthDateEstimated, idNumber });
}

/** The body of POST /watch-items; a child on file brings its own particulars. */
export function toProposal(values: ProposeValues): ProposeWatch {
  const { match, child, guardian, ...rest } = values;
  const isOnFile = match !== '' && match !== NOBODY;
  const body = {
    ...rest,
    child: isOnFile ? { personId: match } : child,
    ...(guardian.name.trim() === '' ? {} : { guardian }),
  };
  return clean(body as ProposeWatch);
}
