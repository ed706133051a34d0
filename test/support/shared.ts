import { join } from 'node:path';

/** What the run's database server is; written once by the global setup, read by every test file. */
export interface Shared {
  readonly adminUrl: string;
  readonly template: string;
  readonly dataDir: string;
  readonly keyDir: string;
  readonly serverPid: number;
  /** Browser tests only: the data folder of a demo that nobody serves, to be copied. */
  readonly demoDir?: string;
}

export const SHARED_FILE = join(
  __dirname,
  '..',
  '.artifacts',
  `shared-${process.env.TONGHU_TEST_RUN ?? 'default'}.json`,
);
