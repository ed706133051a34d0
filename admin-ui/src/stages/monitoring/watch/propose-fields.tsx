import { Link, Typography } from '@mui/material';
import { useEffect, useRef } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { Link as RouterLink } from 'react-router-dom';
import type { CodeItem, SimilarWatched } from '../../../api';
import { Section } from '../../../components';
import { FormCheck, FormChoice, FormDate, FormSelect, FormText } from '../../../components/fields';
import { useText } from '../../../i18n/use-text';
import { useCodes, useSession } from '../../../lib';
import { ExclusionChecks } from './action-fields';
import { CategoryFields, LevelField } from './file-fields';
import { NOBODY, readIdNumber } from './propose-form';
import type { ProposeValues } from './propose-form';

/** First what a file needs, then what can be added later. */
export function ProposeFields({ villages }: { villages: readonly CodeItem[] }) {
  const t = useText();
  const isVillage = useSession().agency.kind === 'village';
  return (
    <>
      <Section title={t('field.child')}>
        <ChildFields />
        {villages.length > 1 ? (
          <FormSelect name="regionCode" label={t('watch.village')} options={villages} required />
        ) : (
          <Typography sx={{ color: 'text.secondary' }}>
            {t('watch.propose.village', { name: villages[0]?.name ?? '—' })}
          </Typography>
        )}
      </Section>
      <Section title={t('watch.whyTitle')}>
        <CategoryFields />
        <LevelField />
        <FormText name="why" label={t('watch.why')} help={t('watch.whyHelp')} rows={2} required />
      </Section>
      <Section title={t('watch.propose.family')}>
        <FamilyFields />
      </Section>
      {!isVillage && (
        <Section title={t('watch.exclude.title')}>
          <ExclusionChecks name="exclusions" />
        </Section>
      )}
    </>
  );
}

function ChildFields() {
  const t = useText();
  useIdNumber();
  const sexes = (['male', 'female', 'unknown'] as const).map((code) => ({ code, name: t(`sex.${code}`) }));
  return (
    <>
      <FormText name="child.name" label={t('field.name')} help={t('watch.propose.nameHelp')} maxLength={50} />
      <FormText
        name="child.idNumber"
        label={t('field.idNumber')}
        help={t('watch.propose.idHelp')}
        maxLength={18}
      />
      <FormChoice name="child.sex" label={t('field.sex')} options={sexes} inline required />
      <FormDate name="child.birthDate" label={t('field.birthDate')} />
      <FormCheck name="child.birthDateEstimated" label={t('watch.propose.estimated')} />
    </>
  );
}

/** An ID number says sex and birth date: nobody types them again. */
function useIdNumber(): void {
  const { setValue } = useFormContext<ProposeValues>();
  const idNumber = useWatch<ProposeValues, 'child.idNumber'>({ name: 'child.idNumber' });
  const read = useRef(idNumber);
  useEffect(() => {
    // Not what a draft brought back: there the person may have corrected what followed.
    if (read.current === idNumber) return;
    read.current = idNumber;
    const known = readIdNumber(idNumber);
    if (known === undefined) return;
    setValue('child.sex', known.sex, { shouldDirty: true, shouldValidate: true });
    setValue('child.birthDate', known.birthDate, { shouldDirty: true });
    setValue('child.birthDateEstimated', false);
  }, [idNumber, setValue]);
}

function FamilyFields() {
  const t = useText();
  const relations = useCodes('RELATIONS');
  const guardian = useWatch<ProposeValues, 'guardian.name'>({ name: 'guardian.name' });
  return (
    <>
      <FormText name="guardian.name" label={t('field.guardianName')} maxLength={50} />
      {guardian.trim() !== '' && (
        <>
          <FormSelect
            name="guardian.relation"
            label={t('field.guardianRelation')}
            options={relations}
            required
          />
          <FormText name="guardian.phone" label={t('field.guardianPhone')} type="tel" maxLength={40} />
        </>
      )}
      <FormText name="parents" label={t('watch.parents')} rows={2} maxLength={1000} />
      <FormText name="child.address" label={t('field.address')} maxLength={300} />
      <FormText name="child.school" label={t('field.school')} maxLength={100} />
      <FormText name="child.phone" label={t('watch.propose.childPhone')} type="tel" maxLength={40} />
    </>
  );
}

/** 查重: a person decides; an open file of the same child is opened instead of a second one. */
export function SimilarChildren({ found }: { found: readonly SimilarWatched[] }) {
  const t = useText();
  const options = found.map(({ personId, maskedName, sex, birthDate, watchNumber }) => ({
    code: personId,
    name: [maskedName, t(`sex.${sex}`), birthDate].filter(Boolean).join(' · '),
    about: watchNumber === null ? t('watch.propose.onFile') : t('watch.propose.watched', { no: watchNumber }),
  }));
  return (
    <>
      <FormChoice
        name="match"
        label={t('watch.propose.who')}
        options={[...options, { code: NOBODY, name: t('watch.propose.nobody') }]}
        required
      />
      {found
        .filter(({ watchItemId }) => watchItemId !== null)
        .map(({ watchItemId, watchNumber }) => (
          <Link key={watchItemId} component={RouterLink} to={`/watch-items/${watchItemId ?? ''}`}>
            {t('watch.propose.openFile', { no: watchNumber ?? '' })}
          </Link>
        ))}
    </>
  );
}
