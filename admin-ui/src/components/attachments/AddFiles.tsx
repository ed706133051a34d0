import AttachFile from '@mui/icons-material/AttachFile';
import PhotoCamera from '@mui/icons-material/PhotoCamera';
import { Alert, Box, Button, MenuItem, Stack, TextField, Typography, useMediaQuery } from '@mui/material';
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { AttachmentList } from '../../api';
import { useText } from '../../i18n/use-text';
import { ACCEPT, formatSize, precheck } from './attachment-files';

interface AddFilesProps {
  list: AttachmentList;
  onAdd: (files: File[], purpose: string) => void;
  children: ReactNode;
}

/** What the files are for, then the files: by button, camera, drag and drop, or paste. */
export function AddFiles({ list, onAdd, children }: AddFilesProps) {
  const t = useText();
  const hintId = useId();
  const hasCamera = useMediaQuery('(pointer: coarse)');
  const isWide = useMediaQuery((theme) => theme.breakpoints.up('sm'));
  const chooser = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState('');
  const [refused, setRefused] = useState<string[]>([]);
  const [isOver, setOver] = useState(false);
  const { addable } = list;
  const purpose =
    addable.find(({ code }) => code === chosen) ?? (addable.length === 1 ? addable[0] : undefined);

  const take = (files: readonly File[]): void => {
    if (purpose === undefined) {
      setRefused([t('attachment.purposeFirst')]);
      return;
    }
    const reasons = files.map((file) => ({ file, reason: precheck(file, list.maxBytes) }));
    const max = formatSize(list.maxBytes);
    setRefused(
      reasons.flatMap(({ file, reason }) =>
        reason === null
          ? []
          : [t(`attachment.${reason}`, { name: file.name, size: formatSize(file.size), max })],
      ),
    );
    const good = reasons.filter(({ reason }) => reason === null).map(({ file }) => file);
    if (good.length > 0) onAdd(good, purpose.code);
  };
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])];
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (files.length === 0 || target?.closest('input, textarea, [contenteditable]')) return;
    event.preventDefault();
    take(files);
  });
  useEffect(() => {
    const listener = (event: ClipboardEvent): void => onPaste(event);
    window.addEventListener('paste', listener);
    return () => window.removeEventListener('paste', listener);
  }, []);

  const input = (ref: typeof chooser, accept: string, fromCamera: boolean) => (
    <input
      ref={ref}
      type="file"
      hidden
      multiple={!fromCamera}
      accept={accept}
      data-testid={fromCamera ? 'camera-input' : 'file-input'}
      {...(fromCamera ? { capture: 'environment' as const } : {})}
      onChange={({ target }) => {
        take([...(target.files ?? [])]);
        // The same file may be chosen again after it was dropped.
        target.value = '';
      }}
    />
  );
  return (
    <Box
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take([...event.dataTransfer.files]);
      }}
      sx={{
        ...ZONE,
        borderColor: isOver ? 'primary.main' : 'divider',
        bgcolor: isOver ? 'action.hover' : undefined,
      }}
    >
      <Stack
        direction={{ xs: 'column', sm: 'row' }}
        useFlexGap
        spacing={1.5}
        sx={{ alignItems: { sm: 'center' } }}
      >
        <TextField
          select
          label={t('attachment.purpose')}
          value={purpose?.code ?? ''}
          onChange={({ target }) => {
            setChosen(target.value);
            setRefused([]);
          }}
          fullWidth={!isWide}
          sx={{ width: { sm: 280 } }}
          slotProps={{ select: { SelectDisplayProps: { 'aria-describedby': hintId } } }}
        >
          {addable.map(({ code, name }) => (
            <MenuItem key={code} value={code} sx={{ minHeight: 44 }}>
              {name}
            </MenuItem>
          ))}
        </TextField>
        <Button variant="outlined" startIcon={<AttachFile />} onClick={() => chooser.current?.click()}>
          {t('attachment.choose')}
        </Button>
        {hasCamera && (
          <Button variant="outlined" startIcon={<PhotoCamera />} onClick={() => camera.current?.click()}>
            {t('attachment.camera')}
          </Button>
        )}
        {input(chooser, ACCEPT, false)}
        {input(camera, 'image/*', true)}
      </Stack>
      <Typography id={hintId} variant="body2" sx={{ mt: 1, color: 'text.secondary' }}>
        {purpose?.hint ? <b>{purpose.hint}</b> : null} {hasCamera ? null : t('attachment.ways')}{' '}
        {t('attachment.hint', { max: formatSize(list.maxBytes) })}
      </Typography>
      {refused.map((text) => (
        <Alert key={text} severity="error" role="alert" sx={{ mt: 1 }}>
          {text}
        </Alert>
      ))}
      {children}
    </Box>
  );
}

const ZONE = { border: '1px dashed', borderRadius: 2, p: { xs: 1.5, md: 2 }, mb: 2 } as const;
