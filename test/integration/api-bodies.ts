import { planBody, VILLAGE } from '../support/journey';
import { campaignBodies } from '../support/campaign';
import { monitoringBodies } from '../support/monitoring';
import type { Client } from '../support/test-app';
import type { Schema } from './api-operations';

export type Body = Record<string, unknown>;

/** The id of nothing. */
export const UNKNOWN = '01900000-0000-7000-8000-000000000000';

const nested = (depth: number): unknown => (depth === 0 ? 'x' : { a: nested(depth - 1) });
/** What the database, the parser or a careless rule may stumble over (security.md M20); JSON texts, sent as they are. */
export const WRONG: Readonly<Record<string, string>> = {
  null: 'null',
  true: 'true',
  zero: '0',
  'minus one': '-1',
  fraction: '0.5',
  '1e308': '1e308',
  '1e999': '1e999',
  'beyond int': '9007199254740993',
  'empty text': '""',
  blank: '"   "',
  'NUL text': '"a\\u0000b"',
  'lone surrogate': '"a\\ud800b"',
  'long text': JSON.stringify('长'.repeat(70_000)),
  'control characters': '"a\\r\\n\\u001b[31mb"',
  'an instant far away': '"+275760-09-13T00:00:00.000Z"',
  'a day that is none': '"2026-02-30"',
  'year zero': '"0000-01-01"',
  'an unknown id': `"${UNKNOWN}"`,
  'an empty list': '[]',
  'a list': '[1,null,"x",{}]',
  'a list of lists': '[[[]]]',
  'a long list': JSON.stringify(Array(2_000).fill('x')),
  'an empty object': '{}',
  'an object': '{"$gt":"","id":1}',
  'a prototype': '{"__proto__":{"admin":true}}',
  'a constructor': '{"constructor":{"prototype":{"x":1}}}',
  'deep nesting': JSON.stringify(nested(200)),
};

const DATES = new Set(['an instant far away', 'a day that is none', 'year zero']);

/** The wrong values worth trying on a field: odd days where days are meant, the unknown id where an id is meant. */
export function wrongFor(field: string): [name: string, value: string][] {
  const [isDate, isId] = [/(At|On|Date)$|^at$/.test(field), field.endsWith('Id')];
  return Object.entries(WRONG).filter(
    ([name]) => (isDate || !DATES.has(name)) && (isId || name !== 'an unknown id'),
  );
}

/** A body with one field replaced by a JSON text; numbers that JSON.parse would change stay as written. */
export function bodyWith(sound: Body, field: string, value: string): string {
  return merge(JSON.stringify(sound), field, value);
}

/** The same for a body that is text already. */
export function merge(body: string, field: string, value: string): string {
  const rest = Object.entries(JSON.parse(body) as Body).filter(([name]) => name !== field);
  const parts = rest.map(([name, kept]) => `${JSON.stringify(name)}:${JSON.stringify(kept)}`);
  return `{${[...parts, `${JSON.stringify(field)}:${value}`].join(',')}}`;
}

/** Whether no reading of the schema allows this value; what the schema leaves open may be taken or refused. */
export function isRefused({ type, enum: choices }: Schema, text: string, required: boolean): boolean {
  const value: unknown = JSON.parse(text);
  // Absent and null are the same to an optional field.
  if (value === null) return required;
  if (choices !== undefined) return true;
  const unsavable = typeof value === 'string' && (value.includes('\u0000') || !value.isWellFormed());
  const kind = Array.isArray(value) ? 'array' : typeof value;
  return unsavable || kind !== (type === 'integer' ? 'number' : type);
}

/** A value the schema allows, plain enough for the rules behind it to be reached. */
export function sampleOf(schema: Schema, name = ''): unknown {
  const [choice] = schema.enum ?? [];
  if (choice !== undefined) return choice;
  switch (schema.type ?? 'string') {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([field]) => schema.required?.includes(field))
          .map(([field, property]) => [field, sampleOf(property, field)]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items ?? {}));
    case 'boolean':
      return true;
    case 'number':
    case 'integer':
      return 1;
    default:
      return sampleText(schema, name);
  }
}

function sampleText({ pattern, format }: Schema, name: string): string {
  if (format === 'uuid' || name.endsWith('Id')) return UNKNOWN;
  if (/At$|^at$/.test(name)) return '2026-09-14T09:00:00+08:00';
  if (name.endsWith('On')) return '2026-12-01';
  if (pattern?.includes('{12}') === true) return VILLAGE;
  return '写明情况';
}

/** Bodies of casework that the rules behind the schema accept too, by operation, so that odd values reach the database. */
export async function soundCaseworkBodies(client: Client): Promise<Readonly<Record<string, Body>>> {
  const { instruments } = await client.read<{
    instruments: Record<string, { version: number; items: { code: string }[] } | undefined>;
  }>('/reference');
  const form = instruments.SAFETY_SCREEN_A;
  const aspects = ['LIVING', 'CARE', 'SCHOOLING', 'HEALTH', 'MIND', 'SAFETY', 'HOUSING', 'SOCIAL'];
  const at = '2026-09-14T09:00:00+08:00';
  const visit = {
    visitType: 'HOME_VISIT',
    visitedAt: at,
    seenChild: true,
    spokeAlone: true,
    guardianPresent: true,
    items: Object.fromEntries(aspects.map((code) => [code, { rating: 'normal' }])),
  };
  return {
    Emergency_recordSafetyCheck: {
      arrivedAt: at,
      seenChild: true,
      spokeAlone: true,
      medicalNeeded: false,
      decision: 'safe',
      decisionReason: '奶奶同住。',
      childOpinion: '想和奶奶住。',
    },
    Assessments_assess: {
      instrument: 'SAFETY_SCREEN_A',
      instrumentVersion: form?.version,
      answers: Object.fromEntries((form?.items ?? []).map(({ code }) => [code, 'no'])),
      narrative: '奶奶同住照看。',
      childOpinion: '不害怕了。',
    },
    Assessments_changeUrgency: { urgency: 'U0', reason: '孩子又受伤了' },
    Assistance_makePlan: planBody(),
    Custody_recordMedical: {
      kind: 'CHECKUP',
      visitedAt: at,
      hospital: '平新县人民医院',
      diagnosis: '未见异常',
      authorisedBy: 'CARER',
      costBearer: 'INSURANCE',
    },
    Custody_recordHandover: {
      fromParty: 'POLICE',
      toParty: 'RELATIVE',
      reason: '家中无人照料。',
      guardianInformed: false,
      rightsNotice: true,
      handedAt: at,
      place: '派出所',
      health: '良好',
      handedBy: '民警',
      receivedBy: '外祖母',
      childOpinion: '愿意',
    },
    Custody_decide: {
      reasons: ['TC4'],
      facts: '无人照料。',
      startedOn: '2026-09-14',
      guardianTold: false,
      guardianNotice: '暂时联系不上。',
      childOpinion: '愿意',
    },
    Placements_place: {
      kind: 'KIN',
      basis: 'CONSENT',
      consentBy: '母亲，当日',
      carerName: '外祖母',
      address: '邻村',
      carerChecks: { violence: 'no', habits: 'no', neglect: 'no', unfit: 'no' },
      reason: '外祖母愿意照料。',
      startedOn: '2026-09-14',
      nextReviewOn: '2026-10-01',
      childOpinion: '愿意',
    },
    Services_recordGuidance: {
      heldOn: '2026-09-14',
      minutes: 40,
      method: 'home',
      topic: '怎样不打骂',
      guardianResponse: '愿意试试',
    },
    Visits_record: visit,
    ...monitoringBodies(visit),
    ...campaignBodies,
  };
}
