import { Injectable } from '@nestjs/common';
import { InvalidInput, newId } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { CaseClocks } from '../case-clocks';
import { CaseService } from '../case.service';
import type { ArchiveCaseRequest } from '../dto/lifecycle.request';
import { CaseArchiveEntity } from '../entities';
import type { LockedCase } from '../locked-case';
import { documentErrors, RETENTIONS } from './archive.rules';

/** 归档 (D27): how long the file is kept and what is in it; from then on nobody changes it. */
@Injectable()
export class ArchiveService {
  constructor(
    private readonly cases: CaseService,
    private readonly clocks: CaseClocks,
    private readonly crypto: FieldCrypto,
  ) {}

  /** @throws InvalidInput 422, ActionRefused 409 before the last 跟踪回访 or the review of a death */
  async archive(tx: Tx, locked: LockedCase, dto: ArchiveCaseRequest): Promise<void> {
    const errors = documentErrors(dto.documents);
    if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
    await this.cases.apply(tx, locked, { action: 'archive', data: { retention: dto.retention } });
    const id = newId(tx.now.getTime());
    tx.insert(CaseArchiveEntity, {
      id,
      districtCode: tx.actor.districtCode,
      caseId: locked.id,
      retention: dto.retention,
      retentionYears: RETENTIONS[dto.retention].years,
      documentCount: dto.documents.length,
      body: await this.crypto.encryptJson(locked.childId, 'case_archive.body', id, {
        documents: dto.documents,
        note: dto.note,
      }),
      archivedBy: tx.actor.userId,
      archivedAt: tx.now,
    });
    await this.clocks.cancelEverything(tx, locked.id);
    await tx.execute(
      `UPDATE case_access SET valid_until = $2 WHERE case_id = $1 AND reason = 'worker' AND (valid_until IS NULL OR valid_until > $2)`,
      [locked.id, tx.now],
    );
  }
}
