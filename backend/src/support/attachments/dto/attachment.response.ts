import { AllowedActionResponse } from '../../../platform/http/allowed-action.response';

/** 附件, as lists show it; the original itself comes by a short link. */
export class AttachmentResponse {
  id: string;
  subjectKind: 'report' | 'case' | 'work_order';
  subjectId: string;
  /** Number of the report, case or work order it was added to. */
  number: string;
  purpose: string;
  purposeName: string;
  /** 已销毁 when its key was destroyed. */
  name: string;
  contentType: string;
  typeName: string;
  size: number;
  /** SHA-256 of the sealed original, as hex. */
  sha256: string;
  state: 'stored' | 'withdrawn';
  stateName: string;
  /** Null: sealed. */
  uploadedByName: string | null;
  uploadedAgencyName: string | null;
  uploadedAt: string;
  isOwn: boolean;
  withdrawnAt: string | null;
  withdrawnByName: string | null;
  withdrawalReason: string | null;
  /** Can be opened at all; a withdrawn one only by its author and whoever steers the record. */
  canOpen: boolean;
  /** Browsers show it; anything else is downloaded. */
  viewable: boolean;
  allowedActions: AllowedActionResponse[];
}

export class AttachmentPurposeResponse {
  code: string;
  name: string;
  hint: string | null;
}

/** The attachments of one record, and what this reader may add to it. */
export class AttachmentListResponse {
  items: AttachmentResponse[];
  /** Empty: nothing may be added, see `notAddable`. */
  addable: AttachmentPurposeResponse[];
  notAddable: string | null;
  maxBytes: number;
  maxFiles: number;
}

/** A link for one person, for two minutes, to look or to download. */
export class AttachmentLinkResponse {
  url: string;
  expiresAt: string;
}
