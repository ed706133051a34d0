import { Box, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { ActionBar } from '../../access';
import { ActionDialog } from '../../access/ActionDialog';
import type { Unit, UnitRecord } from '../../api';
import { DeadlineBadge, Facts, PageHeading, RecordPage, Section } from '../../components';
import { useText } from '../../i18n/use-text';
import { formatInstant } from '../../lib';
import { correctionOf, unitForms } from './unit-forms';

const ACTION_OF: Readonly<Record<UnitRecord['duty'], string>> = {
  station: 'record-station',
  post: 'record-post',
  background_check: 'record-check',
  privacy_audit: 'record-audit',
};

/** One unit: what it is asked for, its clocks, and everything on record. */
export function UnitShow() {
  const { id = '' } = useParams();
  return (
    <RecordPage<Unit> resource="agencies" id={id}>
      {(unit) => <UnitPage unit={unit} />}
    </RecordPage>
  );
}

function UnitPage({ unit }: { unit: Unit }) {
  const t = useText();
  const [correcting, setCorrecting] = useState<UnitRecord | null>(null);
  return (
    <>
      <PageHeading title={unit.name} hint={unit.kindName} />
      <ActionBar resource="agencies" record={unit} forms={unitForms} />
      <Section title={t('units.standing')}>
        <Facts
          facts={[
            { label: t('units.place'), value: unit.regionName },
            { label: t('units.supervisor'), value: unit.supervisorName },
            ...unit.duties.map(({ name, stateName, asked, source }) => ({
              label: `${name}（${asked ? source : t('units.optional')}）`,
              value: stateName,
            })),
          ]}
        />
      </Section>
      {unit.duties.some(({ yearly }) => yearly) && <Clocks unit={unit} />}
      <Section title={t('units.history')}>
        {unit.records.length === 0 && (
          <Typography>
            {t(unit.allowedActions.length > 0 ? 'units.noRecord' : 'units.noRecordYet')}
          </Typography>
        )}
        {unit.records.map((record) => (
          <RecordView key={record.id} record={record} onCorrect={() => setCorrecting(record)} />
        ))}
      </Section>
      {correcting !== null && (
        <ActionDialog
          resource="agencies"
          record={unit}
          action={{ action: ACTION_OF[correcting.duty], label: t('units.correct') }}
          form={correctionOf(ACTION_OF[correcting.duty], correcting.id, correcting.values)}
          onClose={() => setCorrecting(null)}
        />
      )}
    </>
  );
}

/** The clocks of what a unit owes every year. */
function Clocks({ unit: { deadlines } }: { unit: Unit }) {
  const t = useText();
  return (
    <Section title={t('units.clocks')}>
      {deadlines.length === 0 && <Typography>{t('units.noClock')}</Typography>}
      {deadlines.map((deadline) => (
        <Stack key={deadline.id} direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', mb: 1 }}>
          <Typography>{`${deadline.name} · ${formatInstant(deadline.dueAt).slice(0, 10)}`}</Typography>
          <DeadlineBadge deadline={deadline} />
        </Stack>
      ))}
    </Section>
  );
}

function RecordView({ record, onCorrect }: { record: UnitRecord; onCorrect: () => void }) {
  const t = useText();
  const by = t('units.by', { name: record.recordedByName, at: formatInstant(record.recordedAt) });
  return (
    <Box sx={{ borderBottom: '1px solid', borderColor: 'divider', pb: 2, mb: 2 }}>
      <Typography component="h3" sx={{ fontWeight: 600 }}>
        {[
          record.dutyName,
          record.onBehalf ? t('units.onBehalf') : '',
          record.replaced ? t('units.replaced') : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </Typography>
      <Facts facts={record.facts} />
      {record.reason !== null && <Typography>{t('units.why', { reason: record.reason })}</Typography>}
      <Typography variant="body2" sx={{ color: 'text.secondary', my: 1 }}>
        {by}
      </Typography>
      {record.correctable && (
        <Button variant="outlined" onClick={onCorrect}>
          {t('units.correct')}
        </Button>
      )}
    </Box>
  );
}
