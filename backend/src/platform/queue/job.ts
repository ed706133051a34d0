/** The kinds of job there are. A job only says "look at this row now": it carries ids, never facts. */
export const JOB_NAMES = ['delivery', 'deadline'] as const;
export type JobName = (typeof JOB_NAMES)[number];

export type JobData = Readonly<Record<string, string>>;

export interface Job {
  readonly name: JobName;
  /** Fresh for every attempt: a queue forgets a repeated id silently. Letters, digits and hyphens. */
  readonly id: string;
  readonly data: JobData;
}

/** Who works on one kind of job. */
export interface JobProcessor {
  readonly name: JobName;
  run(data: JobData): Promise<void>;
}

/** Throws, naming the job, unless every job name has exactly one processor. */
export function assertOneProcessorEach(processors: readonly JobProcessor[]): void {
  const names = processors.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`Job "${twice}" has two processors`);
  const missing = JOB_NAMES.filter((name) => !names.includes(name));
  if (missing.length > 0)
    throw new Error(`No processor for job "${missing.join('", "')}": register its DueWork`);
}
