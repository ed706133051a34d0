import { Button, Stack, Typography } from '@mui/material';
import { Link, useParams } from 'react-router-dom';
import { ActionBar } from '../../access';
import type { CaseTransfer } from '../../api';
import { SheetFacts, TransferView } from '../../casefile/sections/TransferView';
import { PageHeading, RecordPage, Section, UrgencyChip } from '../../components';
import { useText } from '../../i18n/use-text';
import { transferForms } from './transfer-forms';

/** One case that another district wants to hand over: read the sheet, accept or refuse. */
export function TransferShow() {
  const { id = '' } = useParams();
  return (
    <RecordPage<CaseTransfer> resource="case-transfers" id={id}>
      {(transfer) => <TransferRecord transfer={transfer} />}
    </RecordPage>
  );
}

function TransferRecord({ transfer }: { transfer: CaseTransfer }) {
  const t = useText();
  return (
    <>
      <PageHeading title={t('transfer.recordTitle', { no: transfer.transferNo })}>
        <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
          <UrgencyChip urgency={transfer.urgency} />
          <Typography sx={{ fontWeight: 600 }}>{transfer.stateName}</Typography>
        </Stack>
      </PageHeading>
      <ActionBar resource="case-transfers" record={transfer} forms={transferForms} />
      <Section title={t('transfer.heading')}>
        <TransferView transfer={transfer} />
        {transfer.reportId !== null && (
          <Button component={Link} to={`/reports/${transfer.reportId}`} variant="outlined">
            {t('transfer.openReport')}
          </Button>
        )}
        {transfer.caseId !== null && (
          <Button component={Link} to={`/cases/${transfer.caseId}?tab=aftercare`} variant="outlined">
            {t('transfer.openCase')}
          </Button>
        )}
      </Section>
      <Section title={t('transfer.sheet')}>
        {transfer.sheet === null ? (
          <Typography>{t('transfer.sheetShut')}</Typography>
        ) : (
          <SheetFacts sheet={transfer.sheet} />
        )}
      </Section>
    </>
  );
}
