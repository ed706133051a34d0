import { Alert, Button, Paper, Stack, Typography } from '@mui/material';
import { useFormContext } from 'react-hook-form';
import { Facts } from '../../../components';
import type { Fact } from '../../../components';
import { useText } from '../../../i18n/use-text';
import { formatInstant, useCodeName } from '../../../lib';
import { useSituationNames } from '../ReportList';
import { useRegionChoices } from '../use-region-choices';
import { gapsOf, STEPS, stepTitle } from './report-form';
import type { Gap, ReportFormValues, StepKey } from './report-form';

const STEP_OF_GAP: Readonly<Record<Gap, StepKey>> = { whatHappened: 'situations', whichChild: 'children' };

/** 核对答案: everything once more, each group with a way back to it. */
export function ReviewStep({ goTo }: { goTo: (at: number) => void }) {
  const t = useText();
  const values = useFormContext<ReportFormValues>().watch();
  const facts = useReviewFacts(values);
  const indexOf = (key: StepKey): number => STEPS.findIndex((step) => step.key === key);
  return (
    <>
      {gapsOf(values).map((gap) => (
        <Alert
          key={gap}
          severity="warning"
          sx={{ mb: 2 }}
          action={<Button onClick={() => goTo(indexOf(STEP_OF_GAP[gap]))}>{t('wizard.fill')}</Button>}
        >
          {t(`wizard.gap.${gap}`)}
        </Alert>
      ))}
      {STEPS.filter(({ key }) => key !== 'review').map(({ key }) => (
        <Paper key={key} variant="outlined" sx={{ p: 2, mb: 1.5 }}>
          <Stack direction="row" sx={{ alignItems: 'center', mb: 1 }}>
            <Typography component="h2" sx={{ fontWeight: 700, flex: 1 }}>
              {t(stepTitle(key, values.call !== undefined))}
            </Typography>
            <Button
              onClick={() => goTo(indexOf(key))}
              aria-label={`${t('wizard.change')} ${t(stepTitle(key, values.call !== undefined))}`}
            >
              {t('wizard.change')}
            </Button>
          </Stack>
          <Facts facts={facts[key as Exclude<StepKey, 'review'>]} />
        </Paper>
      ))}
      <Typography sx={{ mt: 2, fontWeight: 600 }}>{t('wizard.sendNote')}</Typography>
    </>
  );
}

function useReviewFacts(values: ReportFormValues): Record<Exclude<StepKey, 'review'>, Fact[]> {
  const t = useText();
  const situations = useSituationNames();
  const hint = useCodeName('EXCLUSION_HINTS');
  const type = useCodeName('PERPETRATOR_TYPES');
  const unit = useCodeName('REPORTER_UNIT_TYPES');
  const region =
    useRegionChoices().find(({ code }) => code === values.regionCode)?.name ?? t('answer.unknown');
  const time = (instant: string | undefined): string => formatInstant(instant === '' ? null : instant);
  return {
    danger: [
      { label: t('report.childSafeNow'), value: t(`answer.${values.childSafeNow}`) },
      { label: t('report.policeToldAt'), value: time(values.policeToldAt) },
      { label: t('report.policeReceiptNo'), value: values.policeReceiptNo },
      { label: t('report.authorityToldAt'), value: time(values.authorityToldAt) },
    ],
    situations: [{ label: t('report.situations'), value: situations(values.situations) }],
    children: values.children.map((child, index) => ({
      label: t('wizard.child', { number: index + 1 }),
      value: [
        child.name === '' ? t('wizard.nameUnknown') : child.name,
        t(`sex.${child.sex}`),
        child.age === undefined || child.age === '' ? '' : t('field.years', { age: child.age }),
        child.birthDate,
        [child.school, child.className].filter(Boolean).join(' '),
        child.address,
        child.idNumber,
        [child.guardianName, child.guardianPhone].filter(Boolean).join(' '),
      ]
        .filter(Boolean)
        .join('\n'),
    })),
    what: [
      { label: t('report.discoveredAt'), value: time(values.discoveredAt) },
      { label: t('report.facts'), value: values.facts },
      { label: t('report.childWords'), value: values.childWords },
      { label: t('report.injury'), value: values.injury },
      { label: t('report.medicalSent'), value: t(`answer.${values.medicalSent}`) },
    ],
    where: [
      { label: t('wizard.region'), value: region },
      { label: t('report.presentPlace'), value: values.presentPlace },
      { label: t('report.evidence'), value: values.evidence },
      { label: t('report.othersAtRisk'), value: values.othersAtRisk },
    ],
    suspects: values.suspects.map((suspect, index) => ({
      label: t('wizard.suspect', { number: index + 1 }),
      value: [
        suspect.name === '' ? t('answer.unknown') : suspect.name,
        type(suspect.perpetratorType),
        suspect.relation,
        suspect.note,
      ]
        .filter(Boolean)
        .join('\n'),
    })),
    exclusions: [
      {
        label: t('report.whoMustNotKnow'),
        value: values.exclusionHints.map((code) => hint(code)).join('、'),
      },
      { label: t('report.exclusionNote'), value: values.exclusionNote },
    ],
    reporter: [
      { label: t(values.call ? 'call.caller' : 'wizard.reporterName'), value: values.reporterName },
      { label: t(values.call ? 'call.number' : 'wizard.reporterPhone'), value: values.reporterPhone },
      ...(values.call
        ? [
            { label: t('call.answeredAt'), value: time(values.call.answeredAt) },
            { label: t('call.mayCallBack'), value: t(`call.callback.${values.call.callback}`) },
          ]
        : []),
      { label: t('report.reporterPosition'), value: values.reporterPosition },
      { label: t('report.unitType'), value: unit(values.unitType) },
      {
        label: t(values.call ? 'call.wantsSecrecy' : 'wizard.wantsSecrecy'),
        value: t(values.wantsSecrecy ? 'answer.yes' : 'answer.no'),
      },
    ],
  };
}
