import { Alert, Typography } from '@mui/material';
import { useFormContext } from 'react-hook-form';
import { serverNow } from '../../api';
import type { Case } from '../../api';
import { CaseActionPage } from '../../casefile/CaseActionPage';
import { Section } from '../../components';
import {
  ChildVoiceFields,
  FormAnswer,
  FormChoice,
  FormDate,
  FormSelect,
  FormText,
} from '../../components/fields';
import { useText } from '../../i18n/use-text';
import { dateOf, useCodes, useReference } from '../../lib';
import { runningCustody } from './care-state';

interface PlaceFormValues {
  kind: string;
  basis: string;
  agencyId: string;
  carerChecks: Record<string, string>;
  startedOn: string;
  nextReviewOn: string;
}

const DAY_MS = 86_400_000;
/** The kind of agency that receives the child; a kind without one is a family. */
const RECEIVER: Readonly<Record<string, string>> = {
  SHELTER: 'shelter',
  WELFARE_HOME: 'welfare_home',
  HOSPITAL: 'hospital',
  BOARDING: 'school',
};
const ELSEWHERE = 'elsewhere';

/** 安置孩子 (D09). */
export function PlacePage() {
  const t = useText();
  return (
    <CaseActionPage<PlaceFormValues>
      action="place-child"
      title={t('care.place.title')}
      hint={t('care.place.hint')}
      tab="care"
      defaults={defaultsOf}
      toBody={toBody}
    >
      {() => <PlaceFields />}
    </CaseActionPage>
  );
}

/** 变更安置. */
export function MovePage() {
  const t = useText();
  return (
    <CaseActionPage<PlaceFormValues>
      action="move-placement"
      title={t('care.place.moveTitle')}
      hint={t('care.place.hint')}
      tab="care"
      defaults={defaultsOf}
      toBody={toBody}
    >
      {() => (
        <>
          <Section title={t('care.place.leaving')}>
            <FormText name="moveReason" label={t('care.place.moveReason')} rows={2} required />
          </Section>
          <PlaceFields />
        </>
      )}
    </CaseActionPage>
  );
}

function defaultsOf(file: Case): Partial<PlaceFormValues> {
  return {
    basis: runningCustody(file) === undefined ? '' : 'CUSTODY',
    startedOn: dateOf(serverNow()),
    nextReviewOn: dateOf(serverNow() + 30 * DAY_MS),
  };
}

/** What belongs to another kind of place than the chosen one is left out. */
function toBody(values: PlaceFormValues): unknown {
  const { agencyId, carerChecks, ...rest } = values;
  if (RECEIVER[values.kind] === undefined) return { ...rest, carerChecks };
  return agencyId === ELSEWHERE ? rest : { ...rest, agencyId };
}

function PlaceFields() {
  const t = useText();
  const form = useFormContext();
  const kinds = useCodes('PLACEMENT_KINDS');
  const bases = useCodes('PLACEMENT_BASES');
  const kind = String(form.watch('kind') ?? '');
  const basis = String(form.watch('basis') ?? '');
  return (
    <>
      <Section title={t('care.place.where')}>
        <FormChoice name="kind" label={t('care.place.kind')} options={kinds} inline required />
        {kind !== '' &&
          (RECEIVER[kind] === undefined ? <CarerFields /> : <AgencyFields kind={RECEIVER[kind]} />)}
      </Section>
      {kind !== '' && RECEIVER[kind] === undefined && <CarerChecks />}
      <Section title={t('care.place.basis')}>
        <FormChoice name="basis" label={t('care.place.basis')} options={bases} required />
        {basis === 'CONSENT' && (
          <FormText name="consentBy" label={t('care.place.consentBy')} maxLength={200} required />
        )}
        <FormText
          name="reason"
          label={t('care.place.reason')}
          help={t('care.place.reasonHelp')}
          rows={2}
          required
        />
        <FormDate name="startedOn" label={t('care.place.startedOn')} required present />
        <FormDate name="plannedEndOn" label={t('care.place.plannedEndOn')} />
        <FormDate
          name="nextReviewOn"
          label={t('care.review.nextOn')}
          help={t('care.place.nextReviewHelp')}
          required
        />
        <ChildVoiceFields />
      </Section>
    </>
  );
}

function CarerFields() {
  const t = useText();
  return (
    <>
      <FormText name="carerName" label={t('care.place.carerName')} maxLength={100} required />
      <FormText name="carerRelation" label={t('care.place.carerRelation')} maxLength={100} />
      <FormText name="carerPhone" label={t('care.place.carerPhone')} type="tel" maxLength={40} />
      <FormText
        name="address"
        label={t('care.place.address')}
        help={t('care.place.addressHelp')}
        maxLength={300}
        required
      />
    </>
  );
}

function AgencyFields({ kind }: { kind: string }) {
  const t = useText();
  const chosen = String(useFormContext().watch('agencyId') ?? '');
  const agencies = (useReference()?.agencies ?? [])
    .filter((agency) => agency.kind === kind)
    .map(({ id, name }) => ({ code: id, name }));
  return (
    <>
      <FormSelect
        name="agencyId"
        label={t('care.place.agency')}
        help={t('care.place.agencyHelp')}
        options={[...agencies, { code: ELSEWHERE, name: t('care.place.elsewhere') }]}
        required
      />
      {chosen === ELSEWHERE && (
        <FormText name="agencyName" label={t('care.place.agencyName')} maxLength={200} required />
      )}
      <FormText
        name="address"
        label={t('care.place.address')}
        help={t('care.place.addressHelp')}
        maxLength={300}
      />
    </>
  );
}

function CarerChecks() {
  const t = useText();
  const checks = useCodes('CARER_CHECKS');
  const answers = (useFormContext().watch('carerChecks') ?? {}) as Record<string, string>;
  const bad = checks.find(({ code }) => answers[code] === 'yes');
  return (
    <Section title={t('care.place.checks')}>
      <Typography sx={{ mb: 2, color: 'text.secondary' }}>{t('care.place.checksHint')}</Typography>
      {checks.map(({ code, name }) => (
        <FormAnswer key={code} name={`carerChecks.${code}`} label={name} required />
      ))}
      {bad !== undefined && <Alert severity="error">{t('care.place.checksBad')}</Alert>}
    </Section>
  );
}
