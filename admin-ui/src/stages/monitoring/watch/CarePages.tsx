import { Alert, Typography } from '@mui/material';
import { useFormContext } from 'react-hook-form';
import { Section } from '../../../components';
import {
  ChildVoiceFields,
  FormChecks,
  FormDate,
  FormSelect,
  FormText,
  FormYesNo,
} from '../../../components/fields';
import { useText } from '../../../i18n/use-text';
import { useCodes } from '../../../lib';
import { WatchActionPage } from './WatchActionPage';

interface CareValues {
  carerName: string;
  relation: string;
  violence?: boolean;
  habits?: boolean;
  neglect?: boolean;
  unfit?: boolean;
}

/** 登记委托照护 (未成年人保护法 art 22). */
export function CarePage() {
  const t = useText();
  return (
    <WatchActionPage<CareValues>
      action="record-care"
      title={t('watch.care.title')}
      hint={t('watch.care.hint')}
      tab="care"
      defaults={() => ({ carerName: '', relation: '' })}
    >
      {() => (
        <>
          <CarerFields />
          <CarerChecks />
          <Section title={t('watch.care.told')}>
            <FormText
              name="parentsAway"
              label={t('watch.care.parentsAway')}
              help={t('watch.care.parentsAwayHelp')}
              rows={2}
              maxLength={1000}
              required
            />
            <FormDate name="lastContactOn" label={t('watch.lastContact')} present />
            <FormDate
              name="schoolToldOn"
              label={t('watch.care.schoolToldOn')}
              help={t('watch.care.toldHelp')}
              present
            />
            <FormDate name="villageToldOn" label={t('watch.care.villageToldOn')} present />
            <ChildVoiceFields />
          </Section>
        </>
      )}
    </WatchActionPage>
  );
}

function CarerFields() {
  const t = useText();
  return (
    <Section title={t('watch.care.carer')}>
      <FormText name="carerName" label={t('watch.care.carerName')} maxLength={50} required />
      <FormSelect
        name="relation"
        label={t('field.guardianRelation')}
        options={useCodes('RELATIONS')}
        required
      />
      <FormText name="carerPhone" label={t('field.phone')} type="tel" maxLength={40} />
      <FormDate name="startedOn" label={t('watch.care.startedOn')} required present />
    </Section>
  );
}

/** The four questions; a yes stands in the way of the entrustment, and the screen says what to do instead. */
function CarerChecks() {
  const t = useText();
  const checks = useCodes('CARER_CHECKS');
  const { watch } = useFormContext();
  const isUnfit = checks.some(({ code }) => watch(code) === true);
  return (
    <Section title={t('care.place.checks')}>
      <Typography sx={{ mb: 2, color: 'text.secondary' }}>{t('watch.care.checksHint')}</Typography>
      {checks.map(({ code, name }) => (
        <FormYesNo key={code} name={code} label={name} required />
      ))}
      {isUnfit && <Alert severity="error">{t('watch.care.checksBad')}</Alert>}
    </Section>
  );
}

interface UnfitValues {
  disqualifiers: string[];
  note: string;
}

/** 登记照护人不合适 (未成年人保护法 arts 22, 43). */
export function UnfitCarerPage() {
  const t = useText();
  return (
    <WatchActionPage<UnfitValues>
      action="record-unfit-carer"
      title={t('watch.unfit.title')}
      hint={t('watch.unfit.hint')}
      tab="care"
      defaults={() => ({ disqualifiers: [], note: '' })}
    >
      {() => <UnfitFields />}
    </WatchActionPage>
  );
}

function UnfitFields() {
  const t = useText();
  return (
    <Section title={t('watch.unfit.what')}>
      <FormChecks
        name="disqualifiers"
        label={t('watch.unfit.which')}
        options={useCodes('CARER_CHECKS')}
        required
      />
      <FormText
        name="note"
        label={t('watch.unfit.note')}
        help={t('watch.unfit.noteHelp')}
        rows={3}
        required
      />
      <FormDate
        name="parentsToldOn"
        label={t('watch.care.parentsToldOn')}
        help={t('watch.unfit.parentsToldHelp')}
        present
      />
    </Section>
  );
}
