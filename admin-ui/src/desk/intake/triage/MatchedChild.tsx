import {
  Alert,
  Box,
  Button,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useFormContext } from 'react-hook-form';
import type { TriageMatch } from '../../../api';
import { useText } from '../../../i18n/use-text';
import type { TriageFormValues } from './triage-form';

interface Props {
  index: number;
  matches: readonly TriageMatch[];
}

/** Children on file who may be the reported one: what the report says beside what the file says. */
export function MatchedChildren({ index, matches }: Props) {
  const t = useText();
  if (matches.length === 0) return null;
  return (
    <Alert
      severity="warning"
      icon={false}
      sx={{ mb: 2, '& .MuiAlert-message': { width: '100%', minWidth: 0 } }}
    >
      <Typography sx={{ fontWeight: 600 }}>{t('triage.matches')}</Typography>
      {matches.map((match) => (
        <MatchedChild key={match.personId} index={index} match={match} />
      ))}
    </Alert>
  );
}

function MatchedChild({ index, match }: { index: number; match: TriageMatch }) {
  const t = useText();
  const { watch, setValue } = useFormContext<TriageFormValues>();
  const child = watch(`children.${index}`);
  const isChosen = child.personId === match.personId;
  const rows = [
    { label: t('field.name'), reported: child.name, onFile: match.maskedName },
    { label: t('field.sex'), reported: t(`sex.${child.sex}`), onFile: t(`sex.${match.sex}`) },
    { label: t('field.birthDate'), reported: child.birthDate, onFile: match.birthDate },
    {
      label: t('triage.caseOnFile'),
      reported: null,
      onFile: match.cases.map(({ caseNo, phaseName }) => `${caseNo}（${phaseName}）`).join('、'),
    },
  ];
  return (
    <Box sx={{ mt: 1 }}>
      <Table size="small" sx={{ tableLayout: 'fixed', '& td, & th': { px: 1, overflowWrap: 'anywhere' } }}>
        <TableHead>
          <TableRow>
            <TableCell sx={{ width: '28%' }} />
            <TableCell>{t('triage.asReported')}</TableCell>
            <TableCell>{t('triage.onFile')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ label, reported, onFile }) => (
            <TableRow key={label}>
              <TableCell component="th" scope="row">
                {label}
              </TableCell>
              <TableCell>{orDash(reported)}</TableCell>
              <TableCell>{orDash(onFile)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Button
        variant={isChosen ? 'contained' : 'outlined'}
        aria-pressed={isChosen}
        sx={{ mt: 1, minHeight: 44 }}
        onClick={() =>
          setValue(`children.${index}.personId`, isChosen ? '' : match.personId, { shouldDirty: true })
        }
      >
        {t(isChosen ? 'triage.reused' : 'triage.reuse')}
      </Button>
    </Box>
  );
}

function orDash(text: string | null | undefined): string {
  return text === null || text === undefined || text === '' ? '—' : text;
}
