import { ApiError, NETWORK_PROBLEM, sessionStore } from '../../api';
import type { AttachmentSubjectKind, Problem } from '../../api';

export interface NewUpload {
  subjectKind: AttachmentSubjectKind;
  subjectId: string;
  purpose: string;
  name: string;
  file: File;
  /** The same for every try of the same file, so that a lost answer makes no second copy. */
  key: string;
}

/**
 * Sends one file as it is, with progress (fetch has none). The name goes in a header: addresses end up in logs.
 * @throws ApiError; an aborted upload rejects too
 */
export function uploadFile(
  upload: NewUpload,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const { subjectKind, subjectId, purpose, name, file, key } = upload;
  const query = new URLSearchParams({ subjectKind, subjectId, purpose });
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    const networkProblem = (): void => failed(new ApiError({ title: '', status: 0, code: NETWORK_PROBLEM }));
    request.open('POST', `/api/v1/attachments?${query}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Idempotency-Key', key);
    request.setRequestHeader('X-File-Name', encodeURIComponent(name.replace(/\p{Surrogate}/gu, '_')));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => {
      if (request.status === 401) sessionStore.end();
      if (request.status < 300) done();
      else failed(new ApiError(problemOf(request)));
    };
    request.onerror = networkProblem;
    request.ontimeout = networkProblem;
    request.onabort = networkProblem;
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function problemOf({ status, responseText }: XMLHttpRequest): Problem {
  try {
    const body = JSON.parse(responseText) as Partial<Problem>;
    return { ...body, title: body.title ?? '', status };
  } catch {
    return { title: '', status, code: 'UNREADABLE' };
  }
}
