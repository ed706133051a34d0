import { Database } from './database';

/** Transactions of people: role tonghu_app, behind row-level security. */
export class AppDatabase extends Database {}

/** Transactions of the system: role tonghu_worker, for jobs only. */
export class WorkerDatabase extends Database {}
