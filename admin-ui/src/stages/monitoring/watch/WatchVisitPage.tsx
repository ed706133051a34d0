import { Alert } from '@mui/material';
import { useFormContext } from 'react-hook-form';
import { serverNow } from '../../../api';
import { FormYesNo } from '../../../components/fields';
import { VisitFields } from '../../../fieldwork/VisitFields';
import type { VisitFormValues } from '../../../fieldwork/VisitFields';
import { useText } from '../../../i18n/use-text';
import { WatchActionPage } from './WatchActionPage';

/** 走访 of a watched child: the eight items, and the two dangers that are reported at once. */
export function WatchVisitPage() {
  const t = useText();
  return (
    <WatchActionPage<VisitFormValues>
      action="record-visit"
      title={t('visit.title')}
      hint={t('visit.hint')}
      tab="visits"
      defaults={() => ({
        visitType: 'HOME_VISIT',
        visitedAt: new Date(serverNow()).toISOString(),
        items: {},
      })}
    >
      {() => (
        <>
          <VisitFields questions={<Dangers />} offerNormal />
          <ReportHint />
        </>
      )}
    </WatchActionPage>
  );
}

function Dangers() {
  const t = useText();
  return (
    <>
      <FormYesNo
        name="leftUnattended"
        label={t('watch.visit.leftUnattended')}
        help={t('watch.visit.leftUnattendedHelp')}
        required
      />
      <FormYesNo
        name="livesAlone"
        label={t('watch.visit.livesAlone')}
        help={t('watch.visit.livesAloneHelp')}
        required
      />
    </>
  );
}

/** Said before the button is pressed: what is to be done with what was found. */
function ReportHint() {
  const t = useText();
  const { watch } = useFormContext<VisitFormValues & { leftUnattended?: boolean; livesAlone?: boolean }>();
  const [items, leftUnattended, livesAlone] = watch(['items', 'leftUnattended', 'livesAlone']);
  const isAbnormal = Object.values(items).some(({ rating }) => rating === 'abnormal');
  if (!isAbnormal && leftUnattended !== true && livesAlone !== true) return null;
  return <Alert severity="error">{t('watch.visit.thenReport')}</Alert>;
}
