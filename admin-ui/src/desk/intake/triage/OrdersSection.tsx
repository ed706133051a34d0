import {
  Box,
  Checkbox,
  Chip,
  FormControlLabel,
  NativeSelect,
  Paper,
  Radio,
  Stack,
  Typography,
} from '@mui/material';
import { useController, useFieldArray, useFormContext } from 'react-hook-form';
import { Section } from '../../../components';
import { FormText } from '../../../components/fields';
import { useText } from '../../../i18n/use-text';
import { useCodeName, useReference } from '../../../lib';
import { OrderBasis } from '../../coordination/OrderBasis';
import { findExclusionReason } from './triage-form';
import type { OrderRow, TriageFormValues } from './triage-form';

/** 协办单: what the routing table proposes, exactly one lead, the excluded struck out. */
export function OrdersSection() {
  const t = useText();
  const { control } = useFormContext<TriageFormValues>();
  const { fields, append } = useFieldArray({ control, name: 'orders' });
  return (
    <Section title={t('triage.orders')}>
      <Typography sx={{ mb: 1.5 }}>{t('triage.ordersHint')}</Typography>
      {fields.map(({ id }, index) => (
        <OrderRowFields key={id} index={index} />
      ))}
      <AddAgency onAdd={append} />
    </Section>
  );
}

function OrderRowFields({ index }: { index: number }) {
  const t = useText();
  const hint = useCodeName('EXCLUSION_HINTS');
  const { watch, setValue, getValues } = useFormContext<TriageFormValues>();
  const { field } = useController<TriageFormValues, `orders.${number}.chosen`>({
    name: `orders.${index}.chosen`,
  });
  const order = watch(`orders.${index}`);
  const reason = findExclusionReason(order, watch('exclusions'), hint);
  const makeLead = (): void => {
    getValues('orders').forEach((_, at) =>
      setValue(`orders.${at}.role`, at === index ? 'lead' : 'co', { shouldDirty: true }),
    );
  };
  if (reason !== null) {
    return (
      <Paper variant="outlined" sx={{ p: 1.5, mb: 1, bgcolor: 'background.default' }}>
        <Typography component="s">{order.agencyName}</Typography>
        <Typography sx={{ color: 'error.main' }}>{t('triage.excluded', { reason })}</Typography>
      </Paper>
    );
  }
  return (
    <Paper variant="outlined" sx={{ p: 1.5, mb: 1 }}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <FormControlLabel
          control={<Checkbox checked={field.value} onChange={(_, checked) => field.onChange(checked)} />}
          label={<b>{order.agencyName}</b>}
        />
        <FormControlLabel
          disabled={!field.value}
          control={<Radio name="lead" checked={order.role === 'lead'} onChange={makeLead} />}
          label={t('triage.lead')}
        />
        {order.isLetter && <Chip size="small" label={t('triage.letter')} />}
        {!order.refusable && (
          <Chip size="small" color="warning" variant="outlined" label={t('triage.notRefusable')} />
        )}
      </Stack>
      <OrderBasis terms={order} />
      {field.value && (
        <FormText name={`orders.${index}.task`} label={t('triage.task')} rows={2} required maxLength={500} />
      )}
    </Paper>
  );
}

function AddAgency({ onAdd }: { onAdd: (row: OrderRow) => void }) {
  const t = useText();
  const agencies = useReference()?.agencies ?? [];
  const present = useFormContext<TriageFormValues>().watch('orders');
  const others = agencies.filter(({ id }) => !present.some(({ agencyId }) => agencyId === id));
  const add = (id: string): void => {
    const agency = others.find((item) => item.id === id);
    if (agency === undefined) return;
    onAdd({
      agencyId: agency.id,
      agencyName: agency.name,
      agencyKind: agency.kind,
      role: 'co',
      task: '',
      refusable: true,
      article: null,
      basis: null,
      isLetter: ['court', 'procuratorate'].includes(agency.kind),
      selected: true,
      conditionName: null,
      excludedBecause: null,
      chosen: true,
    });
  };
  return (
    <Box sx={{ mt: 1.5 }}>
      <NativeSelect
        value=""
        onChange={(event) => add(event.target.value)}
        inputProps={{ 'aria-label': t('triage.addAgency') }}
        sx={{ minWidth: 260, minHeight: 44 }}
      >
        <option value="">{t('triage.addAgency')}</option>
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </NativeSelect>
    </Box>
  );
}
