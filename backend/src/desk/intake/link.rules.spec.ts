import { CASE_PHASES, type CasePhase } from '../../casefile';
import { linkRoad } from './link.rules';

describe('which road a report takes to a case that exists', () => {
  it('leads into every phase but a frozen or archived file', () => {
    const roads = (Object.keys(CASE_PHASES) as CasePhase[]).map((phase) => [phase, linkRoad(phase)]);
    expect(Object.fromEntries(roads)).toEqual({
      open: 'joined',
      suspended: 'joined',
      transferring: 'joined',
      closing: 'joined',
      closed: 'reopened',
      follow_up: 'reopened',
      frozen: null,
      archived: null,
    });
  });
});
