import { codeRows, routingRows } from './seed-reference';

describe('rows of the reference tables', () => {
  it('have unique keys', () => {
    const codes = codeRows().map(({ set_code: set, code }) => `${set}/${code}`);
    expect(new Set(codes).size).toBe(codes.length);
    const routes = routingRows().map(({ id }) => id);
    expect(new Set(routes).size).toBe(routes.length);
  });

  it('hold every set the screens ask for', () => {
    const sets = new Set(codeRows().map(({ set_code: set }) => set));
    const asked =
      'SEX RELATIONS PERPETRATOR_TYPES CHANNELS REPORTER_UNIT_TYPES CLOSE_REASONS VISIT_TYPES VISIT_ITEMS SUPPORT_TYPES RETURN_REASONS ' +
      'EXCLUSION_HINTS NO_ID_REASONS CLOSING_CHECKS SAFETY_DECISIONS RISK_LEVELS SITUATIONS AGENCY_KINDS INSTRUMENTS';
    for (const set of asked.split(' ')) expect(sets).toContain(set);
  });
});
