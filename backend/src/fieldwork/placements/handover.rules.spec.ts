import {
  type HandoverForm,
  type HandoverFacts,
  handoverErrors,
  HANDOVER_TO,
  RECEIVERS,
} from './handover.rules';

const NOW = new Date('2026-03-02T08:00:00Z');
const fields = (part: Partial<HandoverForm> = {}, facts: Partial<HandoverFacts> = {}): string[] =>
  Object.keys(
    handoverErrors(
      { handedAt: '2026-03-02T07:00:00Z', toParty: 'SHELTER', childOpinion: '可以', ...part },
      { inCare: false, mayGoHome: false, ...facts },
      NOW,
    ),
  );

describe('a hand-over (D07)', () => {
  it('never goes to the guardian: that is 送回监护人', () => {
    expect(HANDOVER_TO.filter((party) => !(RECEIVERS as readonly string[]).includes(party))).toEqual([
      'GUARDIAN',
    ]);
  });

  it('may go to the other guardian until the child is in care, then only after a conference (24号19)', () => {
    expect(fields({ toParty: 'OTHER_GUARDIAN' })).toEqual([]);
    expect(fields({ toParty: 'OTHER_GUARDIAN' }, { inCare: true })).toEqual(['toParty']);
    expect(fields({ toParty: 'OTHER_GUARDIAN' }, { inCare: true, mayGoHome: true })).toEqual([]);
    expect(fields({ toParty: 'RELATIVE' }, { inCare: true })).toEqual([]);
  });

  it('has happened, and the child was heard', () => {
    expect(fields({ handedAt: '2026-03-02T09:00:00Z', childOpinion: ' ' })).toEqual([
      'handedAt',
      'childOpinion',
    ]);
  });
});
