import { Injectable } from '@nestjs/common';
import { AppDatabase } from '../../platform/database';

export type InstallationKindName = 'demo' | 'real' | 'test';

/** What this installation was stamped as at its first start; it never changes, so it is read once. */
@Injectable()
export class InstallationKind {
  private kind: InstallationKindName | undefined;

  constructor(private readonly database: AppDatabase) {}

  async get(): Promise<InstallationKindName> {
    if (this.kind === undefined) {
      const [row] = await this.database.dataSource.query<{ kind: InstallationKindName }[]>(
        'SELECT kind FROM installation',
      );
      if (row === undefined) throw new Error('The installation has no stamp');
      this.kind = row.kind;
    }
    return this.kind;
  }
}
