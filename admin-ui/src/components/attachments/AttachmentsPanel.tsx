import { Box, Typography } from '@mui/material';
import { useState } from 'react';
import { newKey, request, toProblem } from '../../api';
import type { Attachment, AttachmentLink, AttachmentList, AttachmentSubjectKind, Problem } from '../../api';
import { useText } from '../../i18n/use-text';
import { ProblemAlert } from '../ProblemAlert';
import { Section } from '../Section';
import { AddFiles } from './AddFiles';
import { DownloadDialog, type Preview, PreviewDialog, WithdrawDialog } from './AttachmentDialogs';
import { type AttachmentAct, AttachmentRow } from './AttachmentRow';
import { UploadRow } from './UploadRow';
import { useUploads } from './use-uploads';

interface AttachmentsPanelProps {
  subjectKind: AttachmentSubjectKind;
  subjectId: string;
  /** Null: this reader has none. */
  list: AttachmentList | null;
}

/** 附件 of a record: what is there, and the way to add more. */
export function AttachmentsPanel({ subjectKind, subjectId, list }: AttachmentsPanelProps) {
  const t = useText();
  const uploads = useUploads(subjectKind, subjectId);
  const [asking, setAsking] = useState<{ act: AttachmentAct; file: Attachment } | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (list === null) return null;
  const view = async (file: Attachment): Promise<void> => {
    setProblem(null);
    try {
      const { url } = await request<AttachmentLink>(`/attachments/${file.id}/link`, {
        method: 'POST',
        body: { mode: 'view' },
        idempotencyKey: newKey(),
      });
      // A PDF has a window of its own; one that the browser does not let us open becomes a link to click.
      const isOpen = file.contentType === 'application/pdf' && window.open(url) !== null;
      if (!isOpen) setPreview({ file, url });
    } catch (error) {
      setProblem(toProblem(error));
    }
  };
  const act = (what: AttachmentAct, file: Attachment): void => {
    if (what === 'view') void view(file);
    else setAsking({ act: what, file });
  };
  const close = (): void => setAsking(null);
  return (
    <Section title={t('attachment.title', { count: list.items.length })} id="attachments">
      {list.addable.length > 0 && (
        <AddFiles list={list} onAdd={uploads.add}>
          {uploads.items.length > 0 && (
            <Box component="ul" aria-label={t('attachment.uploading')} sx={LIST}>
              {uploads.items.map((upload) => (
                <UploadRow key={upload.key} upload={upload} uploads={uploads} />
              ))}
            </Box>
          )}
        </AddFiles>
      )}
      {list.notAddable !== null && (
        <Typography sx={{ mb: 1, color: 'text.secondary' }}>{list.notAddable}</Typography>
      )}
      <ProblemAlert problem={problem} />
      {list.items.length === 0 ? (
        <Typography sx={{ color: 'text.secondary' }}>{t('attachment.empty')}</Typography>
      ) : (
        <Box component="ul" aria-label={t('attachment.list')} sx={LIST}>
          {list.items.map((file) => (
            <AttachmentRow key={file.id} file={file} pageSubjectId={subjectId} onAct={act} />
          ))}
        </Box>
      )}
      {preview !== null && <PreviewDialog {...preview} onClose={() => setPreview(null)} />}
      {asking?.act === 'download' && <DownloadDialog file={asking.file} onClose={close} />}
      {asking?.act === 'withdraw' && <WithdrawDialog file={asking.file} onClose={close} />}
    </Section>
  );
}

const LIST = { listStyle: 'none', m: 0, p: 0 } as const;
