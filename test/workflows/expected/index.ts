import type { CaseFacts } from '@tonghu/backend/casefile';
import { ASSISTANCE } from './case-assistance';
import { CORE } from './case-core';
import { EMERGENCY } from './case-emergency';
import { GUARDIANSHIP } from './case-guardianship';
import { LIFECYCLE } from './case-lifecycle';
import { PLACEMENT } from './case-placement';
import { CASE_READY, type Expected } from './table';

export { type Expected } from './table';

const PARTS = [CORE, EMERGENCY, PLACEMENT, ASSISTANCE, GUARDIANSHIP, LIFECYCLE];
const FACTS = Object.assign({}, ...PARTS.map(({ facts }) => facts)) as Record<string, Partial<CaseFacts>>;

/** The case table, part by part. */
export const CASE: Expected = Object.assign({}, ...PARTS.map(({ expected }) => expected)) as Expected;

/** Some actions need what others forbid. */
export const caseReadyFor = (action: string): CaseFacts => ({ ...CASE_READY, ...FACTS[action] });
