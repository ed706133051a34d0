import { Injectable } from '@nestjs/common';
import { NotVisible, type RequestContext } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import { AppDatabase } from '../../platform/database';
import type { ReporterContactResponse } from './dto/report.response';

interface Row {
  id: string;
  name: Buffer | null;
  phone: Buffer | null;
  position: Buffer | null;
  granted_until: Date;
}

/** Reads a reporter whose disclosure to this actor is recorded and still runs; row-level security asks for the same. */
@Injectable()
export class ReporterContacts {
  constructor(
    private readonly database: AppDatabase,
    private readonly crypto: FieldCrypto,
  ) {}

  get(ctx: RequestContext, reportId: string): Promise<ReporterContactResponse> {
    return this.database.inTransaction(ctx, async (tx) => {
      const [row] = await tx.query<Row>(
        `SELECT p.id, p.name, p.phone, p.position, d.granted_until FROM report r JOIN reporter p ON p.id = r.reporter_id
           JOIN reporter_disclosure d ON d.reporter_id = p.id AND d.user_id = $2 AND d.granted_until > $3
          WHERE r.id = $1 ORDER BY d.granted_until DESC LIMIT 1`,
        [reportId, ctx.actor.userId, tx.now],
      );
      if (row === undefined) throw new NotVisible();
      const open = await this.crypto.decryptMany(row.id, row.id, {
        'reporter.name': row.name,
        'reporter.phone': row.phone,
        'reporter.position': row.position,
      });
      return {
        name: open['reporter.name'],
        phone: open['reporter.phone'],
        position: open['reporter.position'],
        until: row.granted_until.toISOString(),
      };
    });
  }
}
