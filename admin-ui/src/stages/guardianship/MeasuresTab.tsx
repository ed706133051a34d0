import { Box, Chip, Stack, Typography } from '@mui/material';
import type { Case, Guardianship, Measure } from '../../api';
import { EmptyState, Facts, Section } from '../../components';
import { useText } from '../../i18n/use-text';
import { formatInstant } from '../../lib';

/** 监护干预: what counts towards a revocation, and the measures, newest first. */
export function MeasuresTab({ file: { measures, guardianship } }: { file: Case }) {
  const t = useText();
  const all = [...(measures ?? [])].reverse();
  const counted =
    guardianship !== null && (all.length > 0 || guardianship.lastPerformedOn !== null) ? guardianship : null;
  if (all.length === 0 && counted === null) {
    return <EmptyState title={t('measure.emptyTitle')} hint={t('measure.emptyHint')} />;
  }
  return (
    <>
      {counted !== null && <Counters guardianship={counted} />}
      {all.map((measure) => (
        <MeasureView key={measure.id} measure={measure} />
      ))}
    </>
  );
}

function Counters({ guardianship: g }: { guardianship: Guardianship }) {
  const t = useText();
  const days =
    g.daysSincePerformed === null
      ? t('measure.notRecorded')
      : t('measure.daysSince', { days: g.daysSincePerformed, day: g.lastPerformedOn ?? '' });
  const neglect =
    g.performing === false && g.daysSincePerformed !== null && g.daysSincePerformed >= g.neglectAlertDays
      ? t(g.daysSincePerformed >= g.neglectLimitDays ? 'measure.neglectReached' : 'measure.neglectNear')
      : '';
  const begging = g.beggingCriticisms >= g.beggingLimit ? t('measure.beggingReached') : '';
  return (
    <Section title={t('measure.counters')}>
      <Facts
        facts={[
          { label: t('measure.countAdmonitions'), value: String(g.admonitions) },
          { label: t('measure.countWarnings'), value: String(g.warningLetters) },
          {
            label: t('measure.countBegging', { limit: g.beggingLimit }),
            value: [String(g.beggingCriticisms), begging].filter(Boolean).join(' · '),
          },
          {
            label: t('measure.countDays'),
            value: [
              days,
              g.performing === null ? '' : t(g.performing ? 'measure.performs' : 'measure.neglects'),
              neglect,
            ]
              .filter(Boolean)
              .join(' · '),
          },
        ]}
      />
    </Section>
  );
}

function MeasureView({ measure: m }: { measure: Measure }) {
  const t = useText();
  const list = (names: readonly string[]): string | null => (names.length === 0 ? null : names.join('；'));
  return (
    <Section title={`${m.level} ${m.name} · ${formatInstant(m.happenedAt)}`}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', mb: 1.5 }}>
        <Chip size="small" variant="outlined" color={m.inForce ? 'warning' : 'default'} label={m.stateName} />
        {m.expiresOn !== null && (
          <Chip size="small" variant="outlined" label={t('measure.until', { day: m.expiresOn })} />
        )}
        {m.urgent && <Chip size="small" color="error" variant="outlined" label={t('measure.isUrgent')} />}
        {m.onBehalf && <Chip size="small" variant="outlined" label={t('proceeding.onBehalf')} />}
        {m.unserved.map(({ code, name }) => (
          <Chip
            key={code}
            size="small"
            color="warning"
            variant="outlined"
            label={t('measure.notServed', { name })}
          />
        ))}
      </Stack>
      <Facts
        facts={[
          { label: t('measure.facts'), value: m.facts },
          {
            label: t('measure.document'),
            value: [m.document, m.number, m.rulingNumber].filter(Boolean).join(' · '),
          },
          m.agencyName === null ? null : { label: t('proceeding.organ'), value: m.agencyName },
          m.person === null ? null : { label: t('proceeding.person'), value: m.person },
          m.termNames.length === 0 ? null : { label: t('measure.terms'), value: list(m.termNames) },
          m.evidenceNames.length === 0
            ? null
            : { label: t('measure.evidence'), value: list(m.evidenceNames) },
          m.applicantName === null ? null : { label: t('measure.applicant'), value: m.applicantName },
          m.groundNames.length === 0 ? null : { label: t('measure.grounds'), value: list(m.groundNames) },
          m.noConferenceReason === null
            ? null
            : { label: t('measure.noConferenceReason'), value: m.noConferenceReason },
          m.outsideWindowReason === null
            ? null
            : { label: t('measure.outsideWindow'), value: m.outsideWindowReason },
          m.decidedOn === null ? null : { label: t('measure.decidedOn'), value: m.decidedOn },
          m.rulingNote === null ? null : { label: t('field.note'), value: m.rulingNote },
          m.endResultName === null
            ? null
            : { label: t('measure.endResult'), value: `${m.endResultName} ${m.endedOn ?? ''}` },
          { label: t('proceeding.source'), value: m.source },
          {
            label: t('field.by'),
            value: [m.recordedByName, formatInstant(m.recordedAt)].filter(Boolean).join(' · '),
          },
        ]}
      />
      <Lines
        title={t('measure.pack')}
        lines={m.pack.map(({ item, name, present, note }) => ({
          key: item,
          text: `${name}：${t(present ? 'measure.has' : 'measure.hasNot')}${note === null ? '' : `（${note}）`}`,
        }))}
      />
      <Lines
        title={t('measure.services')}
        lines={m.services.map(({ id, partyName, servedAt, person, note }) => ({
          key: id,
          text: [partyName, formatInstant(servedAt), person, note].filter(Boolean).join(' · '),
        }))}
      />
    </Section>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly { key: string; text: string }[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <Typography component="h3" sx={{ fontWeight: 700, mt: 2 }}>
        {title}
      </Typography>
      <Box component="ul" sx={{ mt: 0.5, mb: 0, pl: 3 }}>
        {lines.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </Box>
    </>
  );
}
