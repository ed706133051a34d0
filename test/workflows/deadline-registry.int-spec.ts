import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DEADLINE_RULES } from '@tonghu/seeds/reference';

const ROOT = resolve(__dirname, '../..');
const PROCEEDINGS = 'test/integration/fieldwork/proceedings.int-spec.ts';
const GUARDIANSHIP = 'test/integration/stages/guardianship.int-spec.ts';
const CONFERENCES = 'test/integration/fieldwork/conferences.int-spec.ts';
const CARE = 'test/integration/care/placement.int-spec.ts';
const UNITS = 'test/integration/desk/units.int-spec.ts';
const CLOCKS = 'test/integration/deadlines.int-spec.ts';
const CAMPAIGN = 'test/integration/monitoring/campaign.int-spec.ts';
const TICKETS = 'test/integration/desk/tickets.int-spec.ts';
const STEERING = 'test/integration/desk/steering.int-spec.ts';

type Line = readonly [opened: string, closed: string, spec: string];

/**
 * The registry of domain §5 once more: which step starts each clock, which stops it, and the spec that shows both over
 * HTTP on frozen days of 2026. A rule that is moved, or that nobody starts any more, shows here.
 */
const SHOWN: Readonly<Record<string, Line>> = {
  'DL-001': [
    'report.filed with the time of discovery',
    'report.filed',
    'test/integration/desk/report-clocks.int-spec.ts',
  ],
  'DL-002': ['record-proceeding police-not-own', 'police-transferred', PROCEEDINGS],
  'DL-003': ['record-proceeding criminal-accepted', 'criminal-filed, criminal-not-filed', PROCEEDINGS],
  'DL-004': ['record-proceeding criminal-not-filed', 'not-filed-served', PROCEEDINGS],
  'DL-005': ['record-proceeding not-filed-served', 'reconsideration-asked; lapses', PROCEEDINGS],
  'DL-006': ['record-proceeding reconsideration-asked', 'reconsideration-decided', PROCEEDINGS],
  'DL-007': ['record-proceeding referral-received', 'criminal-filed, criminal-not-filed', PROCEEDINGS],
  'DL-008': ['record-proceeding reasons-demanded', 'reasons-given', PROCEEDINGS],
  'DL-009': ['record-proceeding filing-ordered', 'criminal-filed', PROCEEDINGS],
  'DL-010': ['record-proceeding public-order-accepted', 'public-order-closed', PROCEEDINGS],
  'DL-011': ['record-proceeding procuratorial-advice', 'advice-answered', PROCEEDINGS],
  'DL-012': ['record-handover', 'record-police-report', CARE],
  'DL-013': ['notify-return', 'return-home', CARE],
  'DL-014': ['decide-custody', 'end-custody', CARE],
  'DL-015': ['issue-measure protection-order', 'decide-measure', GUARDIANSHIP],
  'DL-016': ['issue-measure protection-order, urgent', 'decide-measure', GUARDIANSHIP],
  'DL-017': ['decide-measure protection-order', 'end-measure; extend-measure counts anew', GUARDIANSHIP],
  'DL-018': ['decide-measure protection-order', 'lapses', GUARDIANSHIP],
  'DL-019': [
    'record-proceeding revocation-filed',
    'revocation-judged, decide-measure revocation',
    PROCEEDINGS,
  ],
  'DL-019b': ['record-proceeding adoption-announced', 'adoption-announcement-ended', PROCEEDINGS],
  'DL-020': ['decide-measure revocation', 'issue-measure restoration; lapses', GUARDIANSHIP],
  'DL-021': ['record-proceeding aid-applied', 'aid-decided, aid-assigned', PROCEEDINGS],
  'DL-022': ['record-proceeding aid-needed, defender-checked', 'aid-notified, aid-assigned', PROCEEDINGS],
  'DL-024': ['record-check', 'record-check, a newer one', UNITS],
  'DL-025': [
    'record-care, record-contact',
    'record-contact, end-care',
    'test/integration/monitoring/watch-visits.int-spec.ts',
  ],
  'DL-026': ['record-proceeding bullying-inquiry', 'bullying-decided', PROCEEDINGS],
  'DL-027': ['record-proceeding bullying-appealed', 'bullying-reviewed', PROCEEDINGS],
  'DL-028': ['record-proceeding unattended-applied', 'unattended-checked', PROCEEDINGS],
  'DL-029': ['record-proceeding unattended-checked, qualified', 'unattended-decided', PROCEEDINGS],
  'DL-030': ['record-proceeding orphan-received', 'orphan-decided', PROCEEDINGS],
  'DL-031': ['record-proceeding parents-search', 'parents-search-ended', PROCEEDINGS],
  'DL-033': ['record-guardian-duty, not performing', 'record-guardian-duty, performing', GUARDIANSHIP],
  'DL-034': ['record-ticket DISPATCHED', 'SIGNED, SIGNED_MAJOR', TICKETS],
  'DL-035': ['record-ticket SIGNED, SIGNED_MAJOR', 'ANSWERED', TICKETS],
  'DL-036': ['record-ticket SIGNED_MAJOR', 'OPINION, ANSWERED', TICKETS],
  'DL-037': [
    'record-ticket PETITION_RECEIVED, PETITION_REVIEW',
    'PETITION_ANSWERED, PETITION_REVIEWED',
    TICKETS,
  ],
  'DL-039': ['record-audit', 'record-audit, a newer one', UNITS],
  'DL-042': [
    'case.opened, open-emergency',
    'record-safety-check, record-visit',
    'test/integration/assistance/assessments.int-spec.ts',
  ],
  'DL-043': ['case.opened', 'assess', 'test/workflows/journeys/close-and-follow-up.int-spec.ts'],
  'DL-044': ['convene-conference', 'conclude-conference', CONFERENCES],
  'DL-045': ['record-visit', 'record-visit', 'test/workflows/journeys/close-and-follow-up.int-spec.ts'],
  'DL-046': ['return-home, sign-closing', 'record-follow-up', CARE],
  'DL-047': ['triage', 'feedback', CLOCKS],
  'DL-048': [
    'assess, make-plan, review-plan, from 16 on',
    'make-plan, approve-plan with 成年后的安排',
    'test/integration/assistance/adulthood.int-spec.ts',
  ],
  'DL-049': ['make-plan', 'plan review', 'test/integration/assistance/plans.int-spec.ts'],
  'DL-051': ['report.filed', 'receive', CLOCKS],
  'DL-052': ['receive', 'triage', CLOCKS],
  'DL-053': ['order.issued', 'accept', CLOCKS],
  'DL-054': ['return of an order', 'reissue, ruling', STEERING],
  'DL-055': [
    'an urgent notice that must be confirmed',
    '收到, or opening the record',
    'test/integration/support/alert-ladder.int-spec.ts',
  ],
  'DL-056': ['order.issued as a letter', 'the answer', STEERING],
  'DL-057': ['publish of a screening, return of a sheet', 'submit; close cancels', CAMPAIGN],
};

/** Duties that the law leaves without a number to count: what stands in their place. */
const WITHOUT_NUMBER: Readonly<Record<string, string>> = {
  'DL-023': 'record-proceeding defender-checked: a missing defender starts the notice of DL-022',
  'DL-032': 'once a term, by the school calendar',
  'DL-038': 'a period of keeping, three years at least',
  'DL-041': 'handed over by the archive after ten years',
  'DL-050': 'at once; there is no number of hours',
};

/** Shortest periods of keeping: nothing is due, so no clock runs; a spec shows that nothing can be deleted before. */
const KEPT: Readonly<Record<string, string>> = {
  'DL-040': 'test/access/audit.int-spec.ts',
};

function filesOf(folder: string, end: (name: string) => boolean): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.includes('node_modules') && end(name))
    .map((name) => join(folder, name));
}

describe('the registry of deadlines (domain §5)', () => {
  const source = filesOf('backend/src', (name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map((file) => readFileSync(join(ROOT, file), 'utf8'))
    .join('\n');
  const startedInCode = (id: string): boolean => source.includes(`'${id}'`);

  it('is accounted for, every rule once', () => {
    const listed = [...Object.keys(SHOWN), ...Object.keys(WITHOUT_NUMBER), ...Object.keys(KEPT)];
    expect(listed.sort()).toEqual(DEADLINE_RULES.map((rule): string => rule.id).sort());
    expect(listed).toHaveLength(58);
  });

  it.each(Object.entries(SHOWN))('%s is started in code and shown by its spec', (id, [, , spec]) => {
    expect([id, startedInCode(id)]).toEqual([id, true]);
    expect([spec, existsSync(join(ROOT, spec))]).toEqual([spec, true]);
    expect([id, new RegExp(`${id}(?![0-9a-z])`).test(readFileSync(join(ROOT, spec), 'utf8'))]).toEqual([
      id,
      true,
    ]);
  });

  it.each(Object.keys(WITHOUT_NUMBER))('%s states no number, and no clock is made up for it', (id) => {
    expect(DEADLINE_RULES.find((rule) => rule.id === id)?.limits).toEqual({});
    expect([id, startedInCode(id)]).toEqual([id, false]);
  });

  it.each(Object.entries(KEPT))('%s is kept by the walls of the database, not by a clock', (id, spec) => {
    expect([id, startedInCode(id)]).toEqual([id, false]);
    expect([id, readFileSync(join(ROOT, spec), 'utf8').includes(id)]).toEqual([id, true]);
  });
});
