import { planErrors } from './plan.rules';

const NOW = new Date('2026-03-02T08:00:00Z');

describe('a plan (D15)', () => {
  it('has a review ahead and services that can still be done', () => {
    expect(
      planErrors(
        { reviewOn: '2026-04-02', services: [{ dueOn: '2026-03-02' }], childOpinion: '想回学校' },
        NOW,
      ),
    ).toEqual({});
    const errors = planErrors(
      { reviewOn: '2026-03-02', services: [{ dueOn: '2026-03-10' }, { dueOn: '2026-03-01' }] },
      NOW,
    );
    expect(Object.keys(errors).sort()).toEqual(['childOpinion', 'reviewOn', 'services.1.dueOn']);
  });
});
