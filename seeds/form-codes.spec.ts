import { CLOSING_CHECKS as RULED_CHECKS } from '@tonghu/backend/casefile/closing.rules';
import { EXCLUSION_HINTS as RULED_HINTS } from '@tonghu/backend/desk/intake/report.codes';
import { SAFETY_DECISIONS as RULED_DECISIONS } from '@tonghu/backend/stages/emergency/safety-check.rules';
import { CLOSING_CHECKS, EXCLUSION_HINTS, SAFETY_DECISIONS } from './form-codes';

const toRecord = (items: readonly { code: string; name: string }[]) =>
  Object.fromEntries(items.map(({ code, name }) => [code, name]));

describe('form codes', () => {
  it('are those the rules know, with the same names', () => {
    expect(toRecord(CLOSING_CHECKS)).toEqual(RULED_CHECKS);
    expect(toRecord(SAFETY_DECISIONS)).toEqual(RULED_DECISIONS);
    expect(EXCLUSION_HINTS.map(({ code }) => code)).toEqual([...RULED_HINTS]);
  });
});
