import { Alert, Box, Chip, Link, Paper, Typography } from '@mui/material';
import { useFormContext } from 'react-hook-form';
import { Link as RouterLink } from 'react-router-dom';
import type { TriageCaseMatch, TriageMatch } from '../../../api';
import { UrgencyChip } from '../../../components';
import { FormChoice, FormText } from '../../../components/fields';
import type { Choice } from '../../../components/fields';
import { useText } from '../../../i18n/use-text';
import type { Text } from '../../../i18n/use-text';
import { formatInstant } from '../../../lib';
import { asksForDecision } from './triage-form';
import type { TriageFormValues } from './triage-form';

interface Props {
  index: number;
  matches: readonly TriageMatch[];
}

/** 并入还是另立: a child that has a case gets no second one before somebody has said why. */
export function CaseDecision({ index, matches }: Props) {
  const t = useText();
  const { watch, formState } = useFormContext<TriageFormValues>();
  const child = watch(`children.${index}`);
  const cases = asksForDecision(child, matches);
  const refused = formState.errors.children?.[index]?.caseDecision;
  // Somebody else may have opened the case after this page was read; then the server's words name it.
  if (cases.length === 0 && refused === undefined && child.caseDecision === undefined) return null;
  const links = cases.filter(({ road }) => road !== null);
  const isReopening = links.length > 0 && links.every(({ road }) => road === 'reopened');
  const options: Choice[] = [
    {
      code: 'link',
      name: t(isReopening ? 'triage.reopen' : 'triage.link'),
      about: t(isReopening ? 'triage.reopenAbout' : 'triage.linkAbout'),
    },
    { code: 'separate', name: t('triage.separate'), about: t('triage.separateAbout') },
  ];
  const path = `children.${index}`;
  return (
    <Box role="group" aria-label={t('triage.decide')} sx={{ mb: 2 }}>
      <Alert severity="error" sx={{ mb: 1.5 }}>
        {t('triage.decideHint')}
      </Alert>
      {cases.map((file) => (
        <CaseCard key={file.id} file={file} />
      ))}
      <FormChoice name={`${path}.caseDecision`} label={t('triage.decide')} options={options} required />
      {child.caseDecision === 'link' && links.length > 1 && (
        <FormChoice
          name={`${path}.caseId`}
          label={t('triage.whichCase')}
          options={links.map((file) => ({ code: file.id, name: file.caseNo, about: about(file, t) }))}
          required
        />
      )}
      {child.caseDecision === 'separate' && (
        <FormText
          name={`${path}.separateReason`}
          label={t('triage.separateReason')}
          help={t('triage.separateReasonHelp')}
          rows={3}
          maxLength={1000}
          required
        />
      )}
    </Box>
  );
}

function about({ phaseName, situationNames, workerName }: TriageCaseMatch, t: Text): string {
  return [phaseName, situationNames.join('、'), t('triage.caseWorker', { name: workerName })].join(' · ');
}

function CaseCard({ file }: { file: TriageCaseMatch }) {
  const t = useText();
  return (
    <Paper variant="outlined" sx={{ p: 1.5, mb: 1.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Link component={RouterLink} to={`/cases/${file.id}`} target="_blank" sx={{ fontWeight: 600 }}>
          {file.caseNo}
        </Link>
        <UrgencyChip urgency={file.urgency} />
        <Chip size="small" label={file.phaseName} />
      </Box>
      <Typography>{about(file, t)}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {[
          t('triage.caseOpened', { at: formatInstant(file.openedAt) }),
          t('triage.caseOrders', { count: file.orderAgencyIds.length }),
        ].join(' · ')}
      </Typography>
    </Paper>
  );
}
