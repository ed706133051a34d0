import { Box } from '@mui/material';
import { useFormContext } from 'react-hook-form';
import { serverNow } from '../api';
import { CaseActionPage } from '../casefile/CaseActionPage';
import { LARGE, Section } from '../components';
import { FormChoice, FormDate, FormInstant, FormText, FormYesNo } from '../components/fields';
import { useText } from '../i18n/use-text';
import { useCodes } from '../lib';

interface VisitFormValues {
  visitType: string;
  visitedAt: string;
  items: Record<string, { rating: string; note?: string }>;
}

/** 走访: eight items, each normal, to watch or abnormal. */
export function VisitPage() {
  const t = useText();
  const items = useCodes('VISIT_ITEMS');
  const types = useCodes('VISIT_TYPES');
  return (
    <Box sx={LARGE}>
      <CaseActionPage<VisitFormValues>
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
            </Section>
            <Section title={t('visit.items')}>
              {items.map(({ code, name }) => (
                <ItemFields key={code} code={code} name={name} />
              ))}
            </Section>
            <Section title={t('visit.after')}>
              <FormText name="problems" label={t('visit.problems')} rows={3} />
              <FormText name="actions" label={t('visit.actions')} rows={3} />
              <FormDate name="nextDueOn" label={t('visit.nextDueOn')} />
            </Section>
          </>
        )}
      </CaseActionPage>
    </Box>
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
        <FormText name={`items.${code}.note`} label={t('visit.itemNote', { name })} rows={2} />
      )}
    </>
  );
}
