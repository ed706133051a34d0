import { Alert, Box, Button, Chip, NativeSelect, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import type { CodeItem, ExclusionHint, Report } from '../../../api';
import { Section } from '../../../components';
import { useText } from '../../../i18n/use-text';
import { useCodeName, useReference } from '../../../lib';
import type { ExclusionRow, TriageFormValues } from './triage-form';

/** 谁不能知道: people and units that learn nothing, in no order, notice, search or count. */
export function ExclusionSection({ report }: { report: Report }) {
  const t = useText();
  const { control } = useFormContext<TriageFormValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'exclusions' });
  const hint = useCodeName('EXCLUSION_HINTS');
  return (
    <Section title={t('triage.exclusions')}>
      <Typography sx={{ mb: 1.5 }}>{t('triage.exclusionsHint')}</Typography>
      <ReporterWarning report={report} />
      {fields.length === 0 && <Typography sx={{ mb: 1.5 }}>{t('triage.noExclusions')}</Typography>}
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', mb: 2 }}>
        {fields.map(({ id, name, hint: code }, index) => (
          <Chip
            key={id}
            label={`${name} · ${hint(code)}`}
            onDelete={() => remove(index)}
            color="error"
            variant="outlined"
            sx={{ height: 44, borderRadius: 22, fontSize: '1rem' }}
          />
        ))}
      </Stack>
      <AddExclusion onAdd={append} />
    </Section>
  );
}

/** Whom the reporter fears, in the reporter's own choice and words. */
function ReporterWarning({ report: { exclusionHints, content } }: { report: Report }) {
  const t = useText();
  const hint = useCodeName('EXCLUSION_HINTS');
  const note = content?.exclusionNote ?? '';
  if (exclusionHints.length === 0 && note === '') return null;
  const names = exclusionHints.map((code) => hint(code)).join('、');
  return (
    <Alert severity="warning" sx={{ mb: 1.5 }}>
      {t('triage.reporterWarns', { names: [names, note].filter(Boolean).join('；') })}
    </Alert>
  );
}

/** The reasons that the API takes; their names are in the code table. */
const HINTS: readonly ExclusionHint[] = [
  'SAME_UNIT',
  'GUARDIAN',
  'HOUSEHOLD',
  'VILLAGE',
  'TOWNSHIP',
  'OTHER',
];

function AddExclusion({ onAdd }: { onAdd: (row: ExclusionRow) => void }) {
  const t = useText();
  const hintName = useCodeName('EXCLUSION_HINTS');
  const hints = HINTS.map((code) => ({ code, name: hintName(code) }));
  const reference = useReference();
  const principals: CodeItem[] = [
    ...(reference?.agencies ?? []).map(({ id, name }) => ({ code: id, name })),
    ...(reference?.users ?? []).map(({ id, displayName }) => ({ code: id, name: displayName })),
  ];
  const [principalId, setPrincipalId] = useState('');
  const [hint, setHint] = useState<ExclusionHint>();
  const name = principals.find(({ code }) => code === principalId)?.name;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
      <Choose label={t('triage.whom')} value={principalId} options={principals} onChange={setPrincipalId} />
      <Choose
        label={t('triage.why')}
        value={hint ?? ''}
        options={hints}
        onChange={(code) => setHint(HINTS.find((item) => item === code))}
      />
      <Button
        variant="outlined"
        disabled={name === undefined || hint === undefined}
        onClick={() => {
          if (name === undefined || hint === undefined) return;
          onAdd({ principalId, hint, name });
          setPrincipalId('');
        }}
      >
        {t('triage.addExclusion')}
      </Button>
    </Box>
  );
}

interface ChooseProps {
  label: string;
  value: string;
  options: readonly CodeItem[];
  onChange: (code: string) => void;
}

function Choose({ label, value, options, onChange }: ChooseProps) {
  const t = useText();
  return (
    <NativeSelect
      value={value}
      onChange={(event) => onChange(event.target.value)}
      inputProps={{ 'aria-label': label }}
      sx={{ minWidth: 220, minHeight: 44 }}
    >
      <option value="">{`${label}：${t('form.choose')}`}</option>
      {options.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </NativeSelect>
  );
}
