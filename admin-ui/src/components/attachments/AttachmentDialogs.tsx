import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Link,
  Typography,
} from '@mui/material';
import { useId } from 'react';
import { request } from '../../api';
import type { Attachment, AttachmentLink } from '../../api';
import { useText } from '../../i18n/use-text';
import { useCommand } from '../../lib';
import { CommandForm } from '../CommandForm';
import { FormChoice, FormText } from '../fields';

interface DialogProps {
  file: Attachment;
  onClose: () => void;
}

export interface Preview {
  file: Attachment;
  url: string;
}

/** A photo as it was given, in an img element, which runs nothing; or the way to a PDF when no window could open. */
export function PreviewDialog({ file, url, onClose }: Preview & { onClose: () => void }) {
  const t = useText();
  const titleId = useId();
  const isImage = file.contentType.startsWith('image/');
  return (
    <Dialog open fullWidth maxWidth="lg" onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId} sx={{ overflowWrap: 'anywhere' }}>
        {file.name}
      </DialogTitle>
      <DialogContent>
        {isImage ? (
          <Box
            component="img"
            src={url}
            alt={file.name}
            sx={{ maxWidth: '100%', display: 'block', mx: 'auto' }}
          />
        ) : (
          <Link href={url} target="_blank" rel="noopener">
            {t('attachment.openWindow')}
          </Link>
        )}
        <Typography variant="body2" sx={{ mt: 1, color: 'text.secondary' }}>
          {t('attachment.viewNote')}
        </Typography>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          {t('form.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** A copy leaves the system: what for is asked and kept. */
export function DownloadDialog({ file, onClose }: DialogProps) {
  const t = useText();
  const command = useCommand<{ reason: string }, AttachmentLink>(({ reason }, key) =>
    request(`/attachments/${file.id}/link`, {
      method: 'POST',
      body: { mode: 'download', reason },
      idempotencyKey: key,
    }),
  );
  const submit = async (values: { reason: string }): Promise<void> => {
    const link = await command.run(values);
    if (link === undefined) return;
    const anchor = document.createElement('a');
    anchor.href = link.url;
    anchor.download = '';
    anchor.click();
    onClose();
  };
  const reasons = ['CASEWORK', 'HAND_OVER', 'PRINT', 'OTHER'] as const;
  return (
    <FormDialog title={t('attachment.downloadTitle', { name: file.name })}>
      <CommandForm
        defaults={{ reason: '' }}
        submitLabel={t('attachment.download')}
        onSubmit={submit}
        pending={command.pending}
        problem={command.problem}
        onCancel={onClose}
      >
        <Typography sx={{ mb: 2 }}>{t('attachment.downloadNote')}</Typography>
        <FormChoice
          name="reason"
          label={t('attachment.reason')}
          required
          options={reasons.map((code) => ({ code, name: t(`attachment.reasons.${code}`) }))}
        />
      </CommandForm>
    </FormDialog>
  );
}

/** A wrong file is marked, never deleted. */
export function WithdrawDialog({ file, onClose }: DialogProps) {
  const t = useText();
  const command = useCommand<{ reason: string }, Attachment>((body, key) =>
    request(`/attachments/${file.id}/actions/withdraw`, { method: 'POST', body, idempotencyKey: key }),
  );
  const submit = async (values: { reason: string }): Promise<void> => {
    if ((await command.run(values)) !== undefined) onClose();
  };
  return (
    <FormDialog title={t('attachment.withdrawTitle', { name: file.name })}>
      <CommandForm
        defaults={{ reason: '' }}
        submitLabel={t('attachment.withdraw')}
        onSubmit={submit}
        pending={command.pending}
        problem={command.problem}
        onCancel={onClose}
      >
        <Typography sx={{ mb: 2 }}>{t('attachment.withdrawNote')}</Typography>
        <FormText name="reason" label={t('attachment.withdrawReason')} required />
      </CommandForm>
    </FormDialog>
  );
}

function FormDialog({ title, children }: { title: string; children: React.ReactNode }) {
  const titleId = useId();
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={() => undefined} aria-labelledby={titleId}>
      <DialogTitle id={titleId} sx={{ overflowWrap: 'anywhere' }}>
        {title}
      </DialogTitle>
      <DialogContent>{children}</DialogContent>
    </Dialog>
  );
}
