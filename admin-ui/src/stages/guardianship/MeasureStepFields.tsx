import { useFormContext } from 'react-hook-form';
import type { Case, Measure } from '../../api';
import {
  FormChecks,
  FormChoice,
  FormDate,
  FormInstant,
  FormSelect,
  FormText,
  FormYesNo,
} from '../../components/fields';
import { useText } from '../../i18n/use-text';
import { formatInstant, useCodes } from '../../lib';

function MeasureChoice({ record, filter }: { record: Case; filter: (measure: Measure) => boolean }) {
  const t = useText();
  const options = (record.measures ?? [])
    .filter(filter)
    .map(({ id, name, happenedAt, stateName, expiresOn }) => ({
      code: id,
      name,
      about: [
        formatInstant(happenedAt),
        stateName,
        expiresOn === null ? '' : t('measure.until', { day: expiresOn }),
      ]
        .filter(Boolean)
        .join(' · '),
    }));
  return <FormChoice name="measureId" label={t('measure.one')} options={options} required />;
}

function useChosen(record: Case): Measure | undefined {
  const id: unknown = useFormContext().watch('measureId');
  return record.measures?.find((measure) => measure.id === id);
}

/** 登记裁定、判决. */
export function DecideFields({ record }: { record: Case }) {
  const t = useText();
  const granted: unknown = useFormContext().watch('granted');
  const isOrder = useChosen(record)?.kind === 'protection-order';
  const terms = useCodes('PO_MEASURES');
  return (
    <>
      <MeasureChoice record={record} filter={({ state }) => state === 'applied'} />
      <FormYesNo name="granted" label={t('measure.granted')} required />
      <FormDate name="decidedOn" label={t('measure.decidedOn')} required />
      {isOrder && granted === true && (
        <>
          <FormDate
            name="expiresOn"
            label={t('measure.expiresOn')}
            help={t('measure.orderUntilHelp')}
            required
          />
          <FormChecks
            name="terms"
            label={t('measure.grantedTerms')}
            help={t('measure.grantedTermsHelp')}
            options={terms}
          />
        </>
      )}
      <FormText name="number" label={t('proceeding.number')} maxLength={100} />
      <FormText name="note" label={t('field.note')} rows={2} />
    </>
  );
}

/** 登记送达. */
export function ServeFields({ record }: { record: Case }) {
  const t = useText();
  const measure = useChosen(record);
  return (
    <>
      <MeasureChoice record={record} filter={({ unserved }) => unserved.length > 0} />
      {measure !== undefined && (
        <FormSelect name="party" label={t('measure.party')} options={measure.unserved} required />
      )}
      <FormInstant name="servedAt" label={t('measure.servedAt')} required present />
      <FormText name="person" label={t('measure.signer')} maxLength={100} required />
      <FormText name="note" label={t('field.note')} rows={2} />
    </>
  );
}

/** 延长. */
export function ExtendFields({ record }: { record: Case }) {
  const t = useText();
  return (
    <>
      <MeasureChoice record={record} filter={({ mayExtend }) => mayExtend} />
      <FormDate name="decidedOn" label={t('measure.extendedOn')} required />
      <FormDate name="expiresOn" label={t('measure.newExpiry')} required />
      <FormText name="number" label={t('proceeding.number')} maxLength={100} />
      <FormText name="note" label={t('field.note')} rows={2} />
    </>
  );
}

/** 结束. */
export function EndFields({ record }: { record: Case }) {
  const t = useText();
  const measure = useChosen(record);
  const results = useCodes('MEASURE_END_RESULTS').filter(
    ({ code }) => measure === undefined || (code === 'WITHDRAWN') === (measure.state === 'applied'),
  );
  return (
    <>
      <MeasureChoice record={record} filter={({ state }) => state === 'in_force' || state === 'applied'} />
      <FormSelect name="result" label={t('measure.endResult')} options={results} required />
      <FormDate name="endedOn" label={t('measure.endedOn')} required present />
      <FormText name="note" label={t('measure.endNote')} rows={2} required />
    </>
  );
}

/** 登记监护人履职情况. */
export function DutyFields() {
  const t = useText();
  return (
    <>
      <FormYesNo name="performing" label={t('measure.performing')} required />
      <FormDate
        name="lastPerformedOn"
        label={t('measure.lastPerformedOn')}
        help={t('measure.lastPerformedHelp')}
        required
      />
      <FormText name="note" label={t('measure.dutyNote')} rows={2} required />
    </>
  );
}
