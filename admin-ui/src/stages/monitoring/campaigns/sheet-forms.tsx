import { Alert, Box, Typography } from '@mui/material';
import { useFormContext } from 'react-hook-form';
import type { ActionForm } from '../../../access';
import type { CampaignSheet } from '../../../api';
import { FormChecks, FormChoice, FormText, FormYesNo } from '../../../components/fields';
import { useText } from '../../../i18n/use-text';
import { useCodes } from '../../../lib';

/** Actions that belong to one child: its card has the buttons. */
export const OF_A_CHILD: readonly string[] = ['record-child', 'report-finding'];

/** Every action on a village's sheet. */
export const sheetForms: Readonly<Record<string, ActionForm<CampaignSheet>>> = {
  'record-child': { Fields: RecordFields, toBody: toScreening },
  'report-finding': { hidden: () => true },
  submit: { aside: ({ coverage }) => coverage.open > 0, Fields: SubmitFields },
  sign: { hint: 'sheet.sign.hint' },
  'add-child': {
    aside: true,
    hint: 'sheet.add.hint',
    defaults: () => ({ findings: [], sex: '' }),
    Fields: AddFields,
    toBody: toScreening,
  },
  return: { aside: true, Fields: ReturnFields },
};

/** A reason belongs to a child nobody met, findings to one where not all is well; an age is a number. */
function toScreening({ age, notMetReason, well, findings, ...values }: Record<string, unknown>): unknown {
  const years = typeof age === 'string' && age.trim() !== '' ? { age: Number(age) } : {};
  const isMet = values.met !== false;
  return {
    ...values,
    ...years,
    findings: isMet && well !== 'no' ? [] : findings,
    ...(isMet ? {} : { notMetReason }),
  };
}

/** One child: met, or not and why. */
function RecordFields({ record }: { record: CampaignSheet }) {
  return useFormContext().watch('met') === false ? (
    <NotMetFields record={record} />
  ) : (
    <MetFields record={record} />
  );
}

/** The points are read as they should be; only somebody who says that some are not so ticks which. */
function MetFields({ record }: { record: CampaignSheet }) {
  const t = useText();
  const isWell = useFormContext().watch('well') !== 'no';
  return (
    <>
      <Typography sx={{ fontWeight: 700 }}>{t('sheet.record.look')}</Typography>
      <Box component="ul" sx={{ mt: 0.5, mb: 2, pl: 3 }}>
        {record.checklist?.map(({ code, name }) => (
          <Typography key={code} component="li">
            {name}
          </Typography>
        ))}
      </Box>
      <FormChoice
        name="well"
        label={t('sheet.record.well')}
        options={[
          { code: 'yes', name: t('sheet.record.allWell') },
          { code: 'no', name: t('sheet.record.notAll') },
        ]}
        required
      />
      {isWell ? (
        <FormText name="note" label={t('field.note')} rows={2} maxLength={2000} />
      ) : (
        <>
          <FormChecks
            name="findings"
            label={t('sheet.record.findings')}
            options={record.checklist ?? []}
            required
          />
          <FormText name="note" label={t('sheet.record.note')} rows={3} maxLength={2000} required />
        </>
      )}
    </>
  );
}

/** Where somebody gone or hidden may be in danger, a line on a sheet is not enough (民发〔2019〕34号). */
const WORRYING: readonly string[] = ['REFUSED', 'UNKNOWN'];

function NotMetFields({ record }: { record: CampaignSheet }) {
  const t = useText();
  const reason = String(useFormContext().watch('notMetReason') ?? '');
  return (
    <>
      <FormChoice
        name="notMetReason"
        label={t('sheet.record.reason')}
        options={useCodes('CAMPAIGN_NOT_MET').map(({ code, name }) => ({ code, name }))}
        required
      />
      {WORRYING.includes(reason) && (
        <Alert severity="error" sx={{ mb: 2 }}>
          {t('sheet.record.worry')}
        </Alert>
      )}
      <FormText name="note" label={t('sheet.record.where')} rows={3} maxLength={2000} required />
      <FormChecks
        name="findings"
        label={t('sheet.record.told')}
        options={[]}
        more={{ label: t('sheet.record.told'), options: record.checklist ?? [] }}
      />
    </>
  );
}

function AddFields({ record }: { record: CampaignSheet }) {
  const t = useText();
  const met: unknown = useFormContext().watch('met');
  const sexes = (['male', 'female', 'unknown'] as const).map((code) => ({ code, name: t(`sex.${code}`) }));
  return (
    <>
      <FormText name="name" label={t('sheet.add.name')} maxLength={50} />
      <FormChoice name="sex" label={t('field.sex')} options={sexes} inline required />
      <FormText name="age" label={t('sheet.add.age')} type="number" maxLength={2} />
      <FormText name="address" label={t('sheet.add.address')} maxLength={300} required />
      <FormYesNo name="met" label={t('sheet.add.met')} required />
      {typeof met === 'boolean' && <RecordFields record={record} />}
    </>
  );
}

function SubmitFields() {
  const t = useText();
  return <FormText name="note" label={t('sheet.submit.note')} rows={2} maxLength={1000} />;
}

function ReturnFields() {
  const t = useText();
  return <FormText name="reason" label={t('sheet.return.reason')} rows={3} maxLength={1000} required />;
}
