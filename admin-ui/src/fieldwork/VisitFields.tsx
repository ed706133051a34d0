import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { Section } from '../components';
import { FormChoice, FormDate, FormInstant, FormText, FormYesNo } from '../components/fields';
import { useText } from '../i18n/use-text';
import { useCodes } from '../lib';

export interface VisitFormValues {
  visitType: string;
  visitedAt: string;
  items: Record<string, { rating: string; note?: string }>;
}

interface VisitFieldsProps {
  /** Further questions about what was seen. */
  questions?: ReactNode;
  /** Offers to rate what was not rated as normal: for children about whom nobody worries yet. */
  offerNormal?: boolean;
}

/** 走访: whom was met, eight items, each normal, to watch or abnormal, and what follows. */
export function VisitFields({ questions, offerNormal }: VisitFieldsProps) {
  const t = useText();
  const items = useCodes('VISIT_ITEMS');
  const types = useCodes('VISIT_TYPES');
  return (
    <>
      <Section title={t('visit.when')}>
        <FormChoice name="visitType" label={t('visit.type')} options={types} inline required />
        <FormInstant name="visitedAt" label={t('visit.visitedAt')} required present />
        <FormYesNo name="seenChild" label={t('visit.seenChild')} required />
        <FormYesNo
          name="spokeAlone"
          label={t('visit.spokeAlone')}
          help={t('visit.spokeAloneHelp')}
          required
        />
        <FormYesNo name="guardianPresent" label={t('visit.guardianPresent')} required />
        {questions}
      </Section>
      <Section title={t('visit.items')}>
        {items.map(({ code, name }) => (
          <ItemFields key={code} code={code} name={name} />
        ))}
        {offerNormal === true && <RestNormal codes={items.map(({ code }) => code)} />}
      </Section>
      <Section title={t('visit.after')}>
        <FormText name="problems" label={t('visit.problems')} rows={3} />
        <FormText name="actions" label={t('visit.actions')} rows={3} />
        <FormDate name="nextDueOn" label={t('visit.nextDueOn')} />
      </Section>
    </>
  );
}

function ItemFields({ code, name }: { code: string; name: string }) {
  const t = useText();
  const rating = String(useFormContext().watch(`items.${code}.rating`) ?? '');
  const ratings = (['normal', 'watch', 'abnormal'] as const).map((value) => ({
    code: value,
    name: t(`visit.rating.${value}`),
  }));
  return (
    <>
      <FormChoice name={`items.${code}.rating`} label={name} options={ratings} inline required />
      {(rating === 'watch' || rating === 'abnormal') && (
        <FormText
          name={`items.${code}.note`}
          label={t('visit.itemNote', { name })}
          rows={2}
          required={rating === 'abnormal'}
        />
      )}
    </>
  );
}

/** Only after the child was seen, and only for what nobody has rated: a visit is looked at, not ticked off. */
function RestNormal({ codes }: { codes: readonly string[] }) {
  const t = useText();
  const { getValues, setValue, watch } = useFormContext();
  const ratings = watch(codes.map((code) => `items.${code}.rating`)) as unknown[];
  const open = ratings.filter((rating) => rating === undefined || rating === '').length;
  if (watch('seenChild') !== true || open === 0) return null;
  const fill = (): void => {
    for (const code of codes) {
      const name = `items.${code}.rating`;
      if (!getValues(name)) setValue(name, 'normal', { shouldDirty: true, shouldValidate: true });
    }
  };
  return (
    <Button variant="outlined" fullWidth onClick={fill}>
      {t('visit.restNormal', { count: open })}
    </Button>
  );
}
