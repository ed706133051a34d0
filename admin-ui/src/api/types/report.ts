/** Shapes of the API, as its description states them: 强制报告. */
import type { components } from '../schema';

type S = components['schemas'];

export type CreateReport = S['CreateReportRequest'];
export type ReportedChild = S['ReportedChildResponse'];
export type ReportedSuspect = S['ReportedSuspectResponse'];
export type ReportContent = S['ReportContentResponse'];
export type Report = S['ReportResponse'];
export type ReportReceipt = S['ReportReceiptResponse'];
export type RelatedRecords = S['RelatedRecordsResponse'];
export type ReportScreening = S['ReportScreeningResponse'];
export type ReportTransfer = S['ReportTransferResponse'];
export type DisclosedReporter = S['ReporterContactResponse'];
