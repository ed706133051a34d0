import AudioFile from '@mui/icons-material/AudioFile';
import Description from '@mui/icons-material/Description';
import ImageIcon from '@mui/icons-material/Image';
import PictureAsPdf from '@mui/icons-material/PictureAsPdf';
import TableChart from '@mui/icons-material/TableChart';
import VideoFile from '@mui/icons-material/VideoFile';
import { Box, Button, Stack, Typography } from '@mui/material';
import type { Attachment } from '../../api';
import { useText } from '../../i18n/use-text';
import { formatInstant } from '../../lib';
import { formatSize } from './attachment-files';

export type AttachmentAct = 'view' | 'download' | 'withdraw';

interface AttachmentRowProps {
  file: Attachment;
  /** The record the page is about: a case's page names the work order a file came with. */
  pageSubjectId: string;
  onAct: (act: AttachmentAct, file: Attachment) => void;
}

/** One file: what, how large, what for, who, when, and what can be done with it. */
export function AttachmentRow({ file, pageSubjectId, onAct }: AttachmentRowProps) {
  const t = useText();
  const who = [file.uploadedAgencyName, file.uploadedByName].filter(Boolean).join(' · ');
  const button = (act: AttachmentAct, label: string) => (
    <Button
      variant={act === 'view' ? 'outlined' : 'text'}
      onClick={() => onAct(act, file)}
      aria-label={`${label} ${file.name}`}
    >
      {label}
    </Button>
  );
  return (
    <Box component="li" sx={{ py: 1.25, borderBottom: '1px solid', borderColor: 'divider' }}>
      <Stack direction="row" useFlexGap spacing={1.5} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <TypeIcon contentType={file.contentType} />
        <Box sx={{ flex: 1, minWidth: 180 }}>
          <Typography
            sx={{
              fontWeight: 600,
              overflowWrap: 'anywhere',
              textDecoration: file.state === 'withdrawn' ? 'line-through' : 'none',
            }}
          >
            {file.name}
          </Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {[
              file.purposeName,
              file.typeName,
              formatSize(file.size),
              file.subjectId === pageSubjectId ? null : t('attachment.of', { no: file.number }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {[formatInstant(file.uploadedAt), who || t('attachment.sealedUploader')].join(' · ')}
          </Typography>
          {file.state === 'withdrawn' && (
            <Typography variant="body2" sx={{ color: 'error.main' }}>
              {[file.stateName, formatInstant(file.withdrawnAt), file.withdrawnByName, file.withdrawalReason]
                .filter(Boolean)
                .join(' · ')}
            </Typography>
          )}
        </Box>
        <Stack direction="row" spacing={1} sx={{ flexBasis: { xs: '100%', sm: 'auto' } }}>
          {file.canOpen && file.viewable && button('view', t('attachment.view'))}
          {file.canOpen && button('download', t('attachment.download'))}
          {file.allowedActions.some(({ action }) => action === 'withdraw') &&
            button('withdraw', t('attachment.withdraw'))}
        </Stack>
      </Stack>
    </Box>
  );
}

function TypeIcon({ contentType }: { contentType: string }) {
  const props = { 'aria-hidden': true, sx: { color: 'text.secondary', fontSize: 32 } } as const;
  if (contentType.startsWith('image/')) return <ImageIcon {...props} />;
  if (contentType.startsWith('audio/')) return <AudioFile {...props} />;
  if (contentType.startsWith('video/')) return <VideoFile {...props} />;
  if (contentType === 'application/pdf') return <PictureAsPdf {...props} />;
  return contentType.includes('spreadsheet') ? <TableChart {...props} /> : <Description {...props} />;
}
