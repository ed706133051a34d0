import type { CaseView } from './journey';
import type { Client } from './test-app';

interface Forms {
  readonly instruments: Readonly<
    Record<
      string,
      {
        version: number;
        items: readonly { code: string; options: readonly { value: string }[] | null }[];
      }
    >
  >;
}

export const SCREEN = 'SAFETY_SCREEN_A';
export const SCORE = 'GUARDIANSHIP_RISK_B';

/** A filled-in form: every item answered with the same (the screen: no, the score: 0), except for `answers`. */
export async function assessment(
  client: Client,
  instrument: string,
  answers: Readonly<Record<string, string>> = {},
  overrides: Readonly<Record<string, unknown>> = {},
): Promise<Record<string, unknown>> {
  const form = (await client.read<Forms>('/reference')).instruments[instrument];
  const items = form?.items ?? [];
  const plain = Object.fromEntries(items.map(({ code, options }) => [code, options === null ? 'no' : '0']));
  return {
    instrument,
    instrumentVersion: form?.version,
    answers: { ...plain, ...answers },
    narrative: '走访三次，和孩子、奶奶、老师都谈过。',
    childOpinion: '不害怕了。',
    ...overrides,
  };
}

/** An assessment as the case page shows it. */
export interface AssessmentView {
  readonly id: string;
  readonly instrument: string;
  readonly instrumentVersion: number;
  readonly level: string;
  readonly computedLevel: string;
  readonly state: string;
  readonly score: number | null;
  readonly scoreUpTo: number | null;
  readonly bySafetyScreen: boolean;
  readonly assessedByName: string | null;
  readonly reviewedByName: string | null;
  readonly reviewNote: string | null;
}

export type AssessedCase = CaseView & {
  readonly urgency: string;
  readonly assessments: readonly AssessmentView[];
};
