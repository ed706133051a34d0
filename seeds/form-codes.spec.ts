import { CLOSING_CHECKS as RULED_CHECKS } from '@tonghu/backend/casefile/closing.rules';
import { RETENTIONS as RULED_RETENTIONS } from '@tonghu/backend/casefile/lifecycle/archive.rules';
import {
  FOLLOW_UP_ADVICE as RULED_ADVICE,
  FOLLOW_UP_STATES as RULED_STATES,
} from '@tonghu/backend/casefile/lifecycle/follow-up.rules';
import { EXCLUSION_HINTS as RULED_HINTS } from '@tonghu/backend/desk/intake/report.codes';
import {
  END_RESULTS as RULED_ENDS,
  EVIDENCE_PACK as RULED_PACK,
  EVIDENCE_TYPES as RULED_EVIDENCE,
  PO_MEASURES as RULED_ORDERS,
  REVOKE_APPLICANTS as RULED_APPLICANTS,
  REVOKE_GROUNDS as RULED_GROUNDS,
} from '@tonghu/backend/stages/guardianship/measures.rules';
import { SCREEN_OUT_CHECKS as RULED_SCREENING } from '@tonghu/backend/desk/intake/screening.rules';
import { SAFETY_DECISIONS as RULED_DECISIONS } from '@tonghu/backend/stages/emergency/safety-check.rules';
import { GUIDANCE_METHODS as RULED_METHODS } from '@tonghu/backend/fieldwork/services/guidance.rules';
import {
  PROGRESS as RULED_PROGRESS,
  REVIEW_DECISIONS as RULED_REVIEWS,
} from '@tonghu/backend/stages/assistance/review.rules';
import {
  CLOSING_CHECKS,
  EVIDENCE_TYPES,
  EXCLUSION_HINTS,
  GUIDANCE_METHODS,
  MEASURE_END_RESULTS,
  PO_MEASURES,
  REVIEW_DECISIONS,
  REVOKE_APPLICANTS,
  REVOKE_EVIDENCE_PACK,
  REVOKE_GROUNDS,
  SAFETY_DECISIONS,
  SCREEN_OUT_CHECKS,
  SERVICE_PROGRESS,
  FOLLOW_UP_ADVICE,
  FOLLOW_UP_STATES,
  RETENTIONS,
} from './form-codes';
import { CARE_EXITS as RULED_EXITS } from '@tonghu/backend/fieldwork/placements/care-exit.rules';
import {
  CUSTODY_REASONS,
  LONG_TERM_GROUNDS as RULED_LONG_TERM,
} from '@tonghu/backend/fieldwork/placements/custody.rules';
import {
  HANDOVER_FROM as RULED_GIVERS,
  HANDOVER_TO as RULED_RECEIVERS,
} from '@tonghu/backend/fieldwork/placements/handover.rules';
import {
  CARER_CHECKS as RULED_CARER_CHECKS,
  PLACEMENT_BASES as RULED_BASES,
  PLACEMENT_KINDS as RULED_KINDS,
} from '@tonghu/backend/fieldwork/placements/placement.rules';
import {
  CARE_EXITS,
  CARER_CHECKS,
  HANDOVER_FROM,
  HANDOVER_TO,
  PLACEMENT_BASES,
  PLACEMENT_KINDS,
  LONG_TERM_GROUNDS,
  TEMP_CUSTODY_REASONS,
} from './reference';

const toRecord = (items: readonly { code: string; name: string }[]) =>
  Object.fromEntries(items.map(({ code, name }) => [code, name]));

describe('form codes', () => {
  it('are those the rules know, with the same names', () => {
    expect(toRecord(CLOSING_CHECKS)).toEqual(RULED_CHECKS);
    expect(toRecord(SAFETY_DECISIONS)).toEqual(RULED_DECISIONS);
    expect(toRecord(GUIDANCE_METHODS)).toEqual(RULED_METHODS);
    expect(toRecord(SERVICE_PROGRESS)).toEqual(RULED_PROGRESS);
    expect(toRecord(REVIEW_DECISIONS)).toEqual(RULED_REVIEWS);
    expect(toRecord(FOLLOW_UP_STATES)).toEqual(RULED_STATES);
    expect(toRecord(FOLLOW_UP_ADVICE)).toEqual(RULED_ADVICE);
    const retentions = RULED_RETENTIONS as Record<string, { name: string }>;
    expect(toRecord(RETENTIONS)).toEqual(
      Object.fromEntries(Object.entries(retentions).map(([code, { name }]) => [code, name])),
    );
    expect(toRecord(CARER_CHECKS)).toEqual(RULED_CARER_CHECKS);
    const codes = (items: readonly { code: string }[]) => items.map(({ code }) => code);
    expect(codes(PLACEMENT_KINDS)).toEqual(Object.keys(RULED_KINDS as object));
    expect(codes(PLACEMENT_BASES)).toEqual([...RULED_BASES]);
    expect(codes(CARE_EXITS)).toEqual([...RULED_EXITS]);
    expect(codes(HANDOVER_FROM)).toEqual([...RULED_GIVERS]);
    expect(codes(HANDOVER_TO)).toEqual([...RULED_RECEIVERS]);
    expect(codes(TEMP_CUSTODY_REASONS)).toEqual([...CUSTODY_REASONS]);
    expect(codes(LONG_TERM_GROUNDS)).toEqual([...RULED_LONG_TERM]);
    expect(SCREEN_OUT_CHECKS.map(({ code }) => code)).toEqual([...RULED_SCREENING]);
    expect(EXCLUSION_HINTS.map(({ code }) => code)).toEqual([...RULED_HINTS]);
    expect(toRecord(PO_MEASURES)).toEqual(RULED_ORDERS);
    expect(toRecord(EVIDENCE_TYPES)).toEqual(RULED_EVIDENCE);
    expect(toRecord(REVOKE_GROUNDS)).toEqual(RULED_GROUNDS);
    expect(toRecord(REVOKE_APPLICANTS)).toEqual(RULED_APPLICANTS);
    expect(toRecord(REVOKE_EVIDENCE_PACK)).toEqual(RULED_PACK);
    expect(toRecord(MEASURE_END_RESULTS)).toEqual(RULED_ENDS);
  });
});
