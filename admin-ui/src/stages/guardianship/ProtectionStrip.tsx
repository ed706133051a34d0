import Shield from '@mui/icons-material/ShieldOutlined';
import { Alert } from '@mui/material';
import type { Case } from '../../api';
import { useText } from '../../i18n/use-text';

/** While a protection order is in force, every page of the case says on top what it forbids and until when. */
export function ProtectionStrip({ file: { measures } }: { file: Case }) {
  const t = useText();
  const orders = (measures ?? []).filter(({ kind, inForce }) => kind === 'protection-order' && inForce);
  return orders.map(({ id, termNames, expiresOn }) => (
    <Alert key={id} severity="warning" icon={<Shield />} sx={{ mb: 2 }}>
      <b>{t('measure.stripTitle', { day: expiresOn ?? '—' })}</b>
      {` ${termNames.join('；')}。${t('measure.stripHow')}`}
    </Alert>
  ));
}
