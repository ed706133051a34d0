import { Chip, Link, Stack, Typography } from '@mui/material';
import type { WatchItem } from '../../../api';
import { ChildFacts } from '../../../casefile/sections/ChildFacts';
import { Facts, Section } from '../../../components';
import { useText } from '../../../i18n/use-text';
import { formatInstant } from '../../../lib';

/** 一人一档: who the child is, why it is watched, and who looks after it. */
export function FileTab({ item }: { item: WatchItem }) {
  const t = useText();
  return (
    <>
      <Section title={t('watch.whyTitle')}>
        <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', mb: 1.5 }}>
          {item.categoryNames.map((name) => (
            <Chip key={name} size="small" variant="outlined" label={name} />
          ))}
        </Stack>
        <Typography sx={{ whiteSpace: 'pre-line', mb: 2 }}>{item.why ?? '—'}</Typography>
        <Facts
          facts={[
            { label: t('watch.parents'), value: item.parents },
            { label: t('field.region'), value: item.regionName },
            {
              label: t('watch.proposed'),
              value: [formatInstant(item.proposedAt), item.proposedAgencyName, item.proposedByName]
                .filter(Boolean)
                .join(' · '),
            },
            {
              label: t('watch.confirmed'),
              value:
                item.confirmedAt === null
                  ? t('watch.notConfirmed')
                  : [formatInstant(item.confirmedAt), item.confirmedByName].filter(Boolean).join(' · '),
            },
          ]}
        />
      </Section>
      {item.child !== null && (
        <Section title={t('field.child')}>
          <ChildFacts person={item.child} />
        </Section>
      )}
      <Section title={t('field.guardian')}>
        {(item.guardians ?? []).length === 0 && <Typography>{t('watch.noGuardian')}</Typography>}
        {item.guardians?.map(({ personId, name, relationName, phone }) => (
          <Facts
            key={personId}
            facts={[
              { label: relationName ?? t('field.guardian'), value: name },
              {
                label: t('field.phone'),
                value: phone === null ? null : <Link href={`tel:${phone}`}>{phone}</Link>,
              },
            ]}
          />
        ))}
      </Section>
    </>
  );
}
