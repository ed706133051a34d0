import { Alert, Chip, Link, Stack, Typography } from '@mui/material';
import type { EntrustedCare, WatchItem } from '../../../api';
import { EmptyState, Facts, Section } from '../../../components';
import type { Fact } from '../../../components';
import { useText } from '../../../i18n/use-text';

/** 委托照护 (未成年人保护法 arts 22–23): who cares, whether it may, who was told, and how often the parents are in touch. */
export function CareTab({ item: { care, contacts } }: { item: WatchItem }) {
  const t = useText();
  if (care === null || care.length === 0)
    return <EmptyState title={t('watch.care.emptyTitle')} hint={t('watch.care.emptyHint')} />;
  return (
    <>
      {care.map((entry) => (
        <CareView key={entry.id} care={entry} />
      ))}
      <Section title={t('watch.care.contacts')}>
        {contacts === null || contacts.length === 0 ? (
          <Typography>{t('watch.care.noContacts')}</Typography>
        ) : (
          contacts.map(({ id, contactedOn, whoName, wayName, note }) => (
            <Typography key={id} sx={{ py: 0.5 }}>
              {[contactedOn, whoName, wayName, note].filter(Boolean).join(' · ')}
            </Typography>
          ))
        )}
      </Section>
    </>
  );
}

function CareView({ care }: { care: EntrustedCare }) {
  const t = useText();
  return (
    <Section title={t('watch.care.of', { name: care.carerName ?? t('watch.care.unnamed') })}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', mb: 1.5 }}>
        <Chip size="small" color={care.state === 'unfit' ? 'error' : 'default'} label={care.stateName} />
      </Stack>
      {care.disqualifiers.length > 0 && (
        <Alert severity="error" sx={{ mb: 2 }}>
          {t('watch.care.disqualified', { reasons: care.disqualifiers.join('；') })}
        </Alert>
      )}
      <Facts
        facts={[
          { label: t('field.guardianRelation'), value: care.relationName },
          {
            label: t('field.phone'),
            value:
              care.carerPhone === null ? null : (
                <Link href={`tel:${care.carerPhone}`}>{care.carerPhone}</Link>
              ),
          },
          {
            label: t('watch.care.period'),
            value: [care.startedOn, care.endedOn ?? t('watch.care.now')].join(' — '),
          },
          { label: t('watch.care.parentsAway'), value: care.parentsAway },
          { label: t('watch.care.schoolToldOn'), value: care.schoolToldOn ?? t('watch.care.notTold') },
          { label: t('watch.care.villageToldOn'), value: care.villageToldOn ?? t('watch.care.notTold') },
          ...known(t('watch.care.parentsToldOn'), care.parentsToldOn),
          { label: t('watch.lastContact'), value: care.lastContactOn ?? t('watch.noContact') },
          ...known(t('form.childOpinion'), care.childOpinion),
          ...known(t('form.noOpinionReason'), care.noOpinionReason),
          ...known(t('field.note'), care.note),
        ]}
      />
    </Section>
  );
}

/** Of what may be absent for good, nothing is said. */
function known(label: string, value: string | null): Fact[] {
  return value === null ? [] : [{ label, value }];
}
