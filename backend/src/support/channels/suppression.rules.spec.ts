import fc from 'fast-check';
import { type PersonFacts, type SendFacts, suppressionOf } from './suppression.rules';

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
const person: fc.Arbitrary<PersonFacts> = fc.record({
  disabled: fc.boolean(),
  excluded: fc.boolean(),
  onDuty: fc.boolean(),
  agreed: fc.boolean(),
  contactChanged: fc.boolean(),
  hasPhone: fc.boolean(),
  hasEmail: fc.boolean(),
  quiet: fc.option(fc.record({ from: time, to: time })),
});
const facts: fc.Arbitrary<SendFacts> = fc.record({
  reach: fc.constantFrom('email', 'phone', 'account', 'group'),
  answered: fc.boolean(),
  urgent: fc.boolean(),
  timeOfDay: time,
  recordHasExclusions: fc.boolean(),
  person: fc.option(person),
});
const RUNS = { numRuns: 10_000 };

const READY: SendFacts = {
  reach: 'phone',
  answered: false,
  urgent: true,
  timeOfDay: '03:00',
  recordHasExclusions: false,
  person: {
    disabled: false,
    excluded: false,
    onDuty: true,
    agreed: true,
    contactChanged: false,
    hasPhone: true,
    hasEmail: false,
    quiet: { from: '22:00', to: '07:00' },
  },
};

describe('who may be reached', () => {
  it('S02: nobody without consent, on duty, with the address as it was and an account that works', () => {
    fc.assert(
      fc.property(facts, (given) => {
        if (suppressionOf(given) !== null || given.reach === 'group') return;
        expect(given.person).toMatchObject({
          disabled: false,
          onDuty: true,
          agreed: true,
          contactChanged: false,
        });
        if (given.reach === 'phone') expect(given.person?.hasPhone).toBe(true);
        if (given.reach === 'email') expect(given.person?.hasEmail).toBe(true);
      }),
      RUNS,
    );
  });

  it('S03: nobody who must not know; a group only when nobody must not', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const sent = suppressionOf(given) === null;
        if (given.reach === 'group') expect(sent && given.recordHasExclusions).toBe(false);
        else expect(sent && given.person?.excluded === true).toBe(false);
      }),
      RUNS,
    );
  });

  it('sends nothing that was answered, and an urgent call to whoever is ready, also at night', () => {
    fc.assert(
      fc.property(facts, (given) => suppressionOf({ ...given, answered: true }) === 'answered'),
      RUNS,
    );
    expect(suppressionOf(READY)).toBeNull();
  });

  it('quiet hours hold back what can wait, also over midnight', () => {
    const at = (timeOfDay: string): string | null => suppressionOf({ ...READY, urgent: false, timeOfDay });
    expect([at('21:59'), at('22:00'), at('03:00'), at('06:59'), at('07:00')]).toEqual([
      null,
      'quiet-hours',
      'quiet-hours',
      'quiet-hours',
      null,
    ]);
  });
});
