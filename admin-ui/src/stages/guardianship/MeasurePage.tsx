import { Typography } from '@mui/material';
import { useFormContext } from 'react-hook-form';
import { CaseActionPage } from '../../casefile/CaseActionPage';
import type { MeasureKind } from '../../api';
import { Section } from '../../components';
import { FormDate, FormInstant, FormSelect, FormText } from '../../components/fields';
import { useText } from '../../i18n/use-text';
import { useFetched, useReference } from '../../lib';
import { ProtectionFields, RestorationFields, RevocationFields } from './ApplicationFields';

interface MeasureFormValues {
  kind: string;
  happenedAt: string;
  facts: string;
}

/** 采取监护干预措施: one step of the ladder, or the application for one. */
export function MeasurePage() {
  const t = useText();
  const ladder = useFetched<MeasureKind[]>(['measure-kinds'], '/measure-kinds').data ?? [];
  return (
    <CaseActionPage<MeasureFormValues>
      action="issue-measure"
      title={t('measure.title')}
      hint={t('measure.hint')}
      tab="measures"
      defaults={() => ({})}
    >
      {() => <MeasureFields ladder={ladder} />}
    </CaseActionPage>
  );
}

function MeasureFields({ ladder }: { ladder: readonly MeasureKind[] }) {
  const t = useText();
  const chosen = String(useFormContext().watch('kind') ?? '');
  const kind = ladder.find((item) => item.kind === chosen);
  const options = ladder
    .filter(({ recording }) => recording !== null)
    .map(({ kind: code, level, name }) => ({ code, name: `${level} ${name}` }));
  return (
    <>
      <Section title={t('measure.which')}>
        <FormSelect name="kind" label={t('measure.kind')} options={options} required />
        {kind !== undefined && (
          <Typography sx={{ color: 'text.secondary', mt: -1.5, mb: 2 }}>
            {t('measure.about', { by: kind.byNames, document: kind.document, source: kind.source })}
          </Typography>
        )}
        <FormInstant
          name="happenedAt"
          label={t(kind?.applied === true ? 'measure.appliedAt' : 'measure.happenedAt')}
          required
          present
        />
        <FormText name="facts" label={t('measure.facts')} rows={3} maxLength={5000} required />
        <FormText
          name="number"
          label={t('proceeding.number')}
          help={t('proceeding.numberHelp')}
          maxLength={100}
        />
        {kind?.mayExpire === true && <FormDate name="expiresOn" label={t('measure.expiresOn')} />}
        {kind?.recording === 'on-behalf' && <OnBehalfFields kind={kind} />}
      </Section>
      {chosen === 'protection-order' && <ProtectionFields />}
      {chosen === 'revocation' && <RevocationFields />}
      {chosen === 'restoration' && <RestorationFields />}
    </>
  );
}

function OnBehalfFields({ kind }: { kind: MeasureKind }) {
  const t = useText();
  const organs = (useReference()?.agencies ?? [])
    .filter((agency) => kind.agencyKinds.includes(agency.kind))
    .map(({ id, name }) => ({ code: id, name }));
  return (
    <>
      <FormSelect
        name="agencyId"
        label={t(kind.applied ? 'measure.applicantAgency' : 'proceeding.organ')}
        options={organs}
        empty={t('measure.otherAgency')}
      />
      <FormText
        name="person"
        label={t('proceeding.person')}
        help={t('proceeding.personHelp')}
        maxLength={100}
        required
      />
    </>
  );
}
