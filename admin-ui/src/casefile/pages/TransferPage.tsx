import { Alert } from '@mui/material';
import type { Case } from '../../api';
import { Section } from '../../components';
import { FormSelect, FormText } from '../../components/fields';
import { useText } from '../../i18n/use-text';
import { useFetched } from '../../lib';
import { CaseActionPage } from '../CaseActionPage';

/** 申请转出: where the case goes, and the sheet that goes with it. */
export function TransferPage() {
  const t = useText();
  return (
    <CaseActionPage
      action="request-transfer"
      title={t('transfer.title')}
      hint={t('transfer.hint')}
      tab="aftercare"
      defaults={() => ({})}
    >
      {(file) => (isAccepted(file) ? <Alert severity="info">{t('transfer.takenUp')}</Alert> : <Fields />)}
    </CaseActionPage>
  );
}

/** An emergency interrupted it; nothing has to be written again. */
function isAccepted({ transfers }: Case): boolean {
  return transfers?.at(-1)?.state === 'accepted';
}

function Fields() {
  const t = useText();
  const destinations = useFetched<{ data: { code: string; name: string }[] }>(
    ['case-transfers', 'destinations'],
    '/case-transfers/destinations',
  );
  const districts = destinations.data?.data ?? [];
  return (
    <>
      <Section title={t('transfer.where')}>
        {districts.length > 0 && (
          <FormSelect
            name="toDistrict"
            label={t('transfer.toDistrict')}
            options={districts}
            empty={t('transfer.elsewhere')}
          />
        )}
        <FormText
          name="place"
          label={t(districts.length > 0 ? 'transfer.place' : 'transfer.to')}
          help={t(districts.length > 0 ? 'transfer.placeHelp' : 'transfer.placeOnly')}
          maxLength={200}
          required={destinations.data !== undefined && districts.length === 0}
        />
        <FormText name="contact" label={t('transfer.contact')} maxLength={300} />
        <FormText
          name="address"
          label={t('transfer.address')}
          help={t('transfer.addressHelp')}
          maxLength={300}
        />
      </Section>
      <Section title={t('transfer.sheet')}>
        <FormText name="reason" label={t('transfer.reason')} rows={2} maxLength={1000} required />
        <FormText name="done" label={t('transfer.done')} rows={4} maxLength={1500} required />
        <FormText
          name="open"
          label={t('transfer.open')}
          help={t('transfer.openHelp')}
          rows={4}
          maxLength={1500}
          required
        />
        <FormText
          name="mustNotKnow"
          label={t('transfer.mustNotKnow')}
          help={t('transfer.mustNotKnowHelp')}
          rows={2}
          maxLength={400}
        />
      </Section>
    </>
  );
}
