/** The key of search tokens; derived outside the database, so a dump alone finds nobody (security.md D04). */
export class IndexKey {
  constructor(readonly key: Buffer) {}
}
