import { Box, Typography } from '@mui/material';
import type { Guidance } from '../../api';
import { Facts, Section } from '../../components';
import { useText } from '../../i18n/use-text';

/** 家庭教育指导 (D22), newest first. */
export function GuidanceSection({ records }: { records: readonly Guidance[] }) {
  const t = useText();
  if (records.length === 0) return null;
  return (
    <Section title={t('guidance.title')}>
      {[...records].reverse().map((record) => (
        <Box key={record.id} sx={{ mb: 2 }}>
          <Typography component="h3" sx={{ fontWeight: 600, mb: 0.5 }}>
            {[record.heldOn, record.methodName, `${record.minutes} ${t('guidance.minutesShort')}`].join(
              ' · ',
            )}
          </Typography>
          <Facts
            facts={[
              { label: t('guidance.topic'), value: record.topic },
              { label: t('guidance.guardianResponse'), value: record.guardianResponse },
              record.next === null ? null : { label: t('guidance.next'), value: record.next },
              { label: t('field.by'), value: record.recordedByName },
            ]}
          />
        </Box>
      ))}
    </Section>
  );
}
