import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { FieldCrypto } from '../../platform/crypto';
import type { AnsweredCall, CreateReportRequest, ReportedChild, ReportedSuspect } from './dto/report.request';

/** What was seen and said, as filed. Encrypted under the report's own key. */
export interface ReportNarrative {
  readonly facts: string | null;
  readonly childWords: string | null;
  readonly injury: string | null;
  readonly medicalSent: 'yes' | 'no' | 'unknown';
  readonly presentPlace: string | null;
  readonly evidence: string | null;
  readonly othersAtRisk: string | null;
  readonly exclusionNote: string | null;
  /** Absent from reports of before; null when nobody telephoned. */
  readonly call?: AnsweredCall | null;
}

export interface ReportContent extends ReportNarrative {
  readonly children: readonly ReportedChild[];
  readonly suspects: readonly ReportedSuspect[];
}

export interface SealedContent {
  readonly narrative: Buffer;
  readonly childSheet: Buffer;
  readonly suspectSheet: Buffer;
  readonly contentHash: Buffer;
}

/** Seals and opens what a reporter wrote. The hash is taken over the ciphertexts: it proves that nothing was exchanged and tells nobody anything. */
@Injectable()
export class ReportContents {
  constructor(private readonly crypto: FieldCrypto) {}

  async seal(reportId: string, dto: CreateReportRequest): Promise<SealedContent> {
    const narrative: ReportNarrative = {
      facts: dto.facts ?? null,
      childWords: dto.childWords ?? null,
      injury: dto.injury ?? null,
      medicalSent: dto.medicalSent,
      presentPlace: dto.presentPlace ?? null,
      evidence: dto.evidence ?? null,
      othersAtRisk: dto.othersAtRisk ?? null,
      exclusionNote: dto.exclusionNote ?? null,
      call: dto.call ?? null,
    };
    const [words, children, suspects] = await Promise.all([
      this.crypto.encryptJson(reportId, 'report.narrative', reportId, narrative),
      this.crypto.encryptJson(reportId, 'report.child_sheet', reportId, dto.children),
      this.crypto.encryptJson(reportId, 'report.suspect_sheet', reportId, dto.suspects),
    ]);
    return {
      narrative: words,
      childSheet: children,
      suspectSheet: suspects,
      contentHash: hashOf(words, children, suspects),
    };
  }

  async open(
    reportId: string,
    sealed: Pick<SealedContent, 'narrative' | 'childSheet' | 'suspectSheet'>,
  ): Promise<ReportContent> {
    const [narrative, children, suspects] = await Promise.all([
      this.crypto.decryptJson(reportId, 'report.narrative', reportId, sealed.narrative),
      this.crypto.decryptJson(reportId, 'report.child_sheet', reportId, sealed.childSheet),
      this.crypto.decryptJson(reportId, 'report.suspect_sheet', reportId, sealed.suspectSheet),
    ]);
    return {
      ...(narrative as ReportNarrative),
      children: children as ReportedChild[],
      suspects: suspects as ReportedSuspect[],
    };
  }
}

function hashOf(...parts: readonly Buffer[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
