import type { ActionForm } from '../../access';
import type { Unit } from '../../api';
import { FormChoice, FormDate, FormText } from '../../components/fields';
import { useText } from '../../i18n/use-text';

const NUMBERS = ['staff', 'queried', 'hits', 'handled', 'findings'];

/** Numbers are typed as text; what is no number is left for the server to name. */
function toBody(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      const isNumber = NUMBERS.includes(key) && /^\d+$/.test(String(value).trim());
      return [key, isNumber ? Number(value) : value];
    }),
  );
}

/** What a unit, its township or the district records; each is one of the server's actions. */
export const unitForms: Readonly<Record<string, ActionForm<Unit>>> = {
  'record-station': { Fields: StationFields, hint: 'units.stationHint', toBody },
  'record-post': { Fields: PostFields, hint: 'units.postHint', toBody },
  'record-check': { Fields: CheckFields, hint: 'units.checkHint', toBody },
  'record-audit': { Fields: AuditFields, hint: 'units.auditHint', toBody },
};

function StationFields() {
  const t = useText();
  return (
    <>
      <FormDate name="openedOn" label={t('units.openedOn')} required />
      <FormText name="address" label={t('units.address')} maxLength={200} required />
      <FormText name="dutyPhone" label={t('units.dutyPhone')} type="tel" maxLength={40} required />
      <FormText name="staff" label={t('units.workers')} type="number" required />
      <FormDate name="closedOn" label={t('units.closedOn')} />
    </>
  );
}

function PostFields() {
  const t = useText();
  return (
    <>
      <FormText name="holder" label={t('units.holder')} maxLength={60} required />
      <FormDate name="sinceOn" label={t('units.sinceOn')} required />
      <FormText name="phone" label={t('units.phone')} type="tel" maxLength={40} />
      <FormDate name="trainedOn" label={t('units.trainedOn')} />
      <FormDate name="leftOn" label={t('units.leftOn')} />
    </>
  );
}

function CheckFields() {
  const t = useText();
  return (
    <>
      <FormDate name="checkedOn" label={t('units.checkedOn')} required />
      {(['staff', 'queried', 'hits', 'handled'] as const).map((name) => (
        <FormText key={name} name={name} label={t(`units.${name}`)} type="number" required />
      ))}
    </>
  );
}

function AuditFields() {
  const t = useText();
  const options = (['self', 'entrusted'] as const).map((code) => ({ code, name: t(`units.${code}`) }));
  return (
    <>
      <FormDate name="auditedOn" label={t('units.auditedOn')} required />
      <FormChoice name="method" label={t('units.method')} options={options} inline required />
      <FormText name="auditor" label={t('units.auditor')} maxLength={100} />
      <FormText name="findings" label={t('units.findings')} type="number" required />
      <FormDate name="reportedOn" label={t('units.reportedOn')} />
    </>
  );
}

/** The same form for 更正: it starts from what was recorded and asks why. */
export function correctionOf(
  action: string,
  replacesId: string,
  values: Readonly<Record<string, unknown>>,
): ActionForm<Unit> {
  const form = unitForms[action] ?? {};
  const { Fields, hint } = form;
  return {
    route: action,
    defaults: () => ({ ...values }),
    toBody: (typed) => ({ ...toBody(typed), replacesId }),
    Fields: ({ record }) => (
      <>
        {Fields !== undefined && <Fields record={record} />}
        <ReasonField />
      </>
    ),
    ...(hint === undefined ? {} : { hint }),
  };
}

function ReasonField() {
  const t = useText();
  return <FormText name="reason" label={t('units.reason')} rows={2} maxLength={500} required />;
}
