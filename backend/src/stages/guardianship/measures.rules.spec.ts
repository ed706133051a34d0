import { dayErrors, type MeasureContext, measureErrors, type MeasureForm } from './measure-form.rules';
import { recordingOf } from './measure.policy';
import {
  EVIDENCE_PACK,
  EVIDENCE_TYPES,
  findMeasure,
  type MeasureRule,
  MEASURES,
  REVOKE_GROUNDS,
} from './measures.rules';

const NOW = new Date('2026-10-10T09:00:00+08:00');
const LADDER = Object.entries<MeasureRule>(MEASURES);
const INTAKE = { role: 'intake_officer', agencyKind: 'intake' };
const READY: MeasureContext = {
  stageOpen: true,
  assessed: true,
  conferenceSaysRevoke: true,
  revokedOn: null,
};
const errorsOf = (
  form: Partial<MeasureForm> & { kind: string },
  context: Partial<MeasureContext> = {},
  recorder = INTAKE,
): string[] => {
  const rule = findMeasure(form.kind);
  if (rule === undefined) throw new Error(`No measure ${form.kind}`);
  const whole = { happenedAt: '2026-10-10T08:00:00+08:00', facts: '写明', person: '值班员', ...form };
  return Object.keys(measureErrors(rule, whole, { ...READY, ...context }, recorder, NOW));
};
const pack = Object.keys(EVIDENCE_PACK).map((item) => ({ item, present: true }));

function ruleOf(kind: string): MeasureRule {
  const rule = findMeasure(kind);
  if (rule === undefined) throw new Error(`No measure ${kind}`);
  return rule;
}

describe('the ladder', () => {
  it('climbs from a word of advice to restoration, each rung with an article and how far it was checked', () => {
    expect(LADDER.map(([, { level }]) => level)).toEqual(LADDER.map(([, { level }]) => level).sort());
    expect(new Set(LADDER.map(([, { level }]) => level)).size).toBe(11);
    for (const [kind, { source, document }] of LADDER) {
      expect([kind, source]).toEqual([kind, expect.stringMatching(/\((V|Vp|M9)/)]);
      expect(document).toMatch(/\p{Script=Han}/u);
    }
    expect(Object.keys(EVIDENCE_TYPES)).toHaveLength(11);
    expect(Object.keys(REVOKE_GROUNDS)).toHaveLength(7);
  });

  it('leaves to other rooms what they record', () => {
    for (const kind of ['temporary-custody', 'conference', 'return']) {
      expect(errorsOf({ kind })).toEqual(['kind']);
      expect(recordingOf(INTAKE, ruleOf(kind))).toBeNull();
    }
  });
});

describe('who may record which measure', () => {
  it.each<[string, string, string, 'own' | 'on-behalf' | null]>([
    ['child_director', 'village', 'dissuasion', 'own'],
    ['child_director', 'village', 'police-admonition', null],
    ['agency_handler', 'women_federation', 'dissuasion', 'own'],
    ['agency_handler', 'women_federation', 'protection-order', 'own'],
    ['agency_handler', 'education', 'dissuasion', null],
    ['police_handler', 'police', 'warning-letter', 'own'],
    ['police_handler', 'police', 'supervision-order', null],
    ['child_supervisor', 'township', 'supervision-order', null],
    ['intake_officer', 'intake', 'supervision-order', 'on-behalf'],
    ['civil_affairs', 'civil_affairs', 'guidance-order', 'on-behalf'],
    ['civil_affairs', 'civil_affairs', 'revocation', 'own'],
  ])('%s of %s: %s is %s', (role, agencyKind, kind, recording) => {
    expect(recordingOf({ role, agencyKind }, ruleOf(kind))).toBe(recording);
  });

  it('says who told it, on behalf', () => {
    expect(errorsOf({ kind: 'supervision-order', person: ' ' })).toEqual(['person']);
    expect(
      errorsOf({ kind: 'dissuasion', person: '' }, {}, { role: 'child_director', agencyKind: 'village' }),
    ).toEqual([]);
  });
});

describe('a measure', () => {
  it.each<[string, Partial<MeasureForm> & { kind: string }, Partial<MeasureContext>, string[]]>([
    ['in the future', { kind: 'dissuasion', happenedAt: '2026-10-10T09:00:01+08:00' }, {}, ['happenedAt']],
    ['done at once has no last day', { kind: 'dissuasion', expiresOn: '2026-12-01' }, {}, ['expiresOn']],
    ['may last until a day', { kind: 'supervision-order', expiresOn: '2027-04-10' }, {}, []],
    ['cannot have ended already', { kind: 'supervision-order', expiresOn: '2026-10-10' }, {}, ['expiresOn']],
    ['of a stage that is not open', { kind: 'appointment' }, { stageOpen: false }, ['kind']],
    ['protection order without anything', { kind: 'protection-order' }, {}, ['terms', 'evidence', 'urgent']],
    [
      'protection order',
      { kind: 'protection-order', terms: ['MOVE_OUT'], evidence: ['MEDICAL'], urgent: true },
      {},
      [],
    ],
  ])('%s', (_what, form, context, fields) => expect(errorsOf(form, context)).toEqual(fields));

  it('lasts six months at most where the law says so, counted to the day (反家庭暴力法30)', () => {
    const rule = MEASURES['protection-order'];
    expect(dayErrors(rule, '2027-04-10', NOW)).toEqual({});
    expect(dayErrors(rule, '2027-04-11', NOW)).toEqual({ expiresOn: ['有效期不超过 6 个月'] });
    expect(dayErrors(rule, '2026-02-30', NOW)).toEqual({ expiresOn: ['请填写日期'] });
  });
});

describe('an application to revoke guardianship', () => {
  const form = { kind: 'revocation', applicant: 'CIVIL_AFFAIRS', grounds: ['R1'], pack };

  it.each<[string, Partial<MeasureForm>, Partial<MeasureContext>, string[]]>([
    ['complete', {}, {}, []],
    ['without assessment', {}, { assessed: false }, ['kind']],
    ['without a conference that said so', {}, { conferenceSaysRevoke: false }, ['noConferenceReason']],
    ['with the reason why none', { noConferenceReason: '情况紧急' }, { conferenceSaysRevoke: false }, []],
    ['without ground and applicant', { grounds: [], applicant: 'GRANDMOTHER' }, {}, ['grounds', 'applicant']],
    ['with an item nobody looked at', { pack: pack.slice(1) }, {}, ['pack']],
    [
      'with an item that is missing',
      { pack: pack.map((line, n) => (n === 0 ? { ...line, present: false } : line)) },
      {},
      ['pack'],
    ],
    [
      'with an item that is missing, and why',
      { pack: pack.map((line, n) => (n === 0 ? { ...line, present: false, note: '户籍材料补办中' } : line)) },
      {},
      [],
    ],
  ])('%s', (_what, change, context, fields) =>
    expect(errorsOf({ ...form, ...change }, context)).toEqual(fields),
  );
});

describe('an application to restore guardianship (民法典38)', () => {
  const asked = (deliberateCrime: boolean | undefined, revokedOn: string | null, reason?: string): string[] =>
    errorsOf(
      {
        kind: 'restoration',
        ...(deliberateCrime === undefined ? {} : { deliberateCrime }),
        ...(reason === undefined ? {} : { outsideWindowReason: reason }),
      },
      { revokedOn },
    );

  it('needs a revocation, and no deliberate crime against the child', () => {
    expect(asked(false, null)).toEqual(['kind']);
    expect(asked(undefined, '2026-05-01')).toEqual(['deliberateCrime']);
    expect(asked(true, '2026-05-01', '写明')).toEqual(['deliberateCrime']);
  });

  it('comes three to twelve months after the judgment, or says why not (24号文38)', () => {
    expect(asked(false, '2026-07-10')).toEqual([]);
    expect(asked(false, '2026-07-11')).toEqual(['outsideWindowReason']);
    expect(asked(false, '2025-10-10')).toEqual([]);
    expect(asked(false, '2025-10-09')).toEqual(['outsideWindowReason']);
    expect(asked(false, '2025-10-09', '孩子本人强烈要求')).toEqual([]);
  });
});
