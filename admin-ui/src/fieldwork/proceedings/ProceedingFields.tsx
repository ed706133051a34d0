import { Typography } from '@mui/material';
import { useFormContext } from 'react-hook-form';
import type { Case, ProceedingKind } from '../../api';
import { FormInstant, FormSelect, FormText } from '../../components/fields';
import { useText } from '../../i18n/use-text';
import { formatInstant, useFetched, useReference } from '../../lib';

/** 登记法律程序: which step, when, and what the clocks of the law need to know. */
export function ProceedingFields({ record }: { record: Case }) {
  const t = useText();
  const kinds = useFetched<ProceedingKind[]>(['proceeding-kinds'], '/proceeding-kinds').data ?? [];
  const chosen = String(useFormContext().watch('kind') ?? '');
  const kind = kinds.find((item) => item.kind === chosen);
  return (
    <>
      <FormSelect
        name="kind"
        label={t('proceeding.kind')}
        options={kinds.map((item) => ({ code: item.kind, name: `${item.organName} · ${item.name}` }))}
        required
      />
      {kind !== undefined && <ClockHint kind={kind} />}
      <FormInstant name="happenedAt" label={t('proceeding.happenedAt')} required present />
      {kind !== undefined && <KindFields kind={kind} record={record} />}
      <FormText
        name="number"
        label={t('proceeding.number')}
        help={t('proceeding.numberHelp')}
        maxLength={100}
      />
      {kind?.onBehalf === true && (
        <FormText
          name="person"
          label={t('proceeding.person')}
          help={t('proceeding.personHelp')}
          maxLength={100}
          required
        />
      )}
      <FormText name="note" label={t('field.note')} rows={2} />
    </>
  );
}

/** What the step does to the clocks, before anything is sent. */
function ClockHint({ kind: { opens, closes } }: { kind: ProceedingKind }) {
  const t = useText();
  const names = (clocks: ProceedingKind['opens']): string =>
    [...new Set(clocks.map(({ name, basisName }) => `${name}（${basisName}）`))].join('、');
  if (opens.length + closes.length === 0) return null;
  return (
    <Typography sx={{ color: 'text.secondary', mt: -1.5, mb: 2 }}>
      {[
        closes.length === 0 ? '' : t('proceeding.willClose', { names: names(closes) }),
        opens.length === 0 ? '' : t('proceeding.willOpen', { names: names(opens) }),
      ]
        .filter(Boolean)
        .join(' ')}
    </Typography>
  );
}

function KindFields({ kind, record }: { kind: ProceedingKind; record: Case }) {
  const t = useText();
  const agencies = useReference()?.agencies ?? [];
  const choices = (filter: (agency: { kind: string }) => boolean) =>
    agencies.filter(filter).map(({ id, name }) => ({ code: id, name }));
  const rules = kind.closes.map(({ ruleId }) => ruleId);
  const waiting = (record.proceedings ?? [])
    .filter(({ waitsFor }) => waitsFor.some((rule) => rules.includes(rule)))
    .map(({ id, name, happenedAt, number }) => ({
      code: id,
      name: [name, formatInstant(happenedAt), number].filter(Boolean).join(' · '),
    }));
  return (
    <>
      {kind.onBehalf && (
        <FormSelect
          name="agencyId"
          label={t('proceeding.organ')}
          options={choices((agency) => agency.kind === kind.organKind)}
          empty={t('proceeding.organOther')}
        />
      )}
      {kind.results.length > 0 && (
        <FormSelect name="result" label={t('proceeding.result')} options={kind.results} required />
      )}
      {kind.variants.length > 0 && (
        <FormSelect
          name="variant"
          label={t('proceeding.variant')}
          options={kind.variants.map((name) => ({ code: name, name }))}
          empty={t('proceeding.variantUsual')}
        />
      )}
      {kind.needsAddressee && (
        <FormSelect
          name="addresseeAgencyId"
          label={t('proceeding.addressee')}
          options={choices(() => true)}
          required
        />
      )}
      {waiting.length > 1 && (
        <FormSelect name="regardingId" label={t('proceeding.regarding')} options={waiting} required />
      )}
    </>
  );
}
