import { Chip } from '@mui/material';
import type { AgencyNotice } from '../../api';
import { RecordTable, Section } from '../../components';
import { useText } from '../../i18n/use-text';
import { formatInstant } from '../../lib';

/** 已告知: agencies that were told of the case, and whether it reached them. They see nothing of it. */
export function NoticesSection({ notices }: { notices: readonly AgencyNotice[] }) {
  const t = useText();
  return (
    <Section title={t('inform.ofCase')}>
      <RecordTable
        label={t('inform.ofCase')}
        records={notices}
        linkTo={({ id }) => `/agency-notices/${id}`}
        columns={[
          { key: 'agency', wide: 130, label: t('inform.agency'), render: ({ agencyName }) => agencyName },
          {
            key: 'state',
            label: t('field.state'),
            render: ({ stateName }) => <Chip size="small" variant="outlined" label={stateName} />,
          },
          { key: 'at', label: t('inform.at'), render: ({ informedAt }) => formatInstant(informedAt) },
          { key: 'reached', wide: 200, label: t('inform.reached'), render: reached },
        ]}
      />
    </Section>
  );
}

/** Who read it and when; else who told the agency, and how. */
function reached({ readAt, readByName, toldAt, toldByName, toldHowName }: AgencyNotice): string {
  if (readAt !== null) return [readByName, formatInstant(readAt)].filter(Boolean).join(' · ');
  if (toldAt === null) return '—';
  return [toldHowName, formatInstant(toldAt), toldByName].filter(Boolean).join(' · ');
}
