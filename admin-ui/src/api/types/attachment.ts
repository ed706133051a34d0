/** Shapes of the API, as its description states them: 附件. */
import type { components } from '../schema';

type S = components['schemas'];

export type Attachment = S['AttachmentResponse'];
export type AttachmentList = S['AttachmentListResponse'];
export type AttachmentPurpose = S['AttachmentPurposeResponse'];
export type AttachmentLink = S['AttachmentLinkResponse'];
export type AttachmentSubjectKind = Attachment['subjectKind'];
