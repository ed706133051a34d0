import { Box, Checkbox, FormControlLabel, Radio, RadioGroup, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useController } from 'react-hook-form';
import { useText } from '../../i18n/use-text';
import { FieldShell, useRequiredRule } from './FieldShell';
import type { FieldProps } from './FieldShell';

export interface Choice {
  code: string;
  name: string;
  /** A second line under the name. */
  about?: ReactNode;
}

const ROW = {
  m: 0,
  mb: 1,
  p: 0.5,
  pr: { xs: 1, sm: 2 },
  border: '1px solid',
  borderColor: 'divider',
  borderRadius: 1,
  bgcolor: 'background.paper',
  minHeight: 'var(--target, 44px)',
  alignItems: 'center',
  '&:has(input:checked)': { borderColor: 'primary.main', bgcolor: 'rgba(11,83,81,.06)' },
  '&:has(input:focus-visible)': { outline: '3px solid', outlineColor: 'focus.main' },
} as const;

/** One line on a phone for two or three answers; the longer word has the wider place. */
const INLINE = {
  display: { xs: 'grid', sm: 'flex' },
  gridAutoFlow: 'column',
  gridAutoColumns: 'minmax(0, auto)',
  columnGap: 1,
} as const;

function ChoiceLabel({ choice }: { choice: Choice }) {
  return (
    <Box sx={{ py: 0.5 }}>
      <Typography component="span" sx={{ display: 'block' }}>
        {choice.name}
      </Typography>
      {choice.about !== undefined && (
        <Typography component="span" variant="body2" sx={{ display: 'block', color: 'text.secondary' }}>
          {choice.about}
        </Typography>
      )}
    </Box>
  );
}

interface ChoiceProps extends FieldProps {
  options: readonly Choice[];
  /** Side by side where there is room. */
  inline?: boolean;
}

/** One of a few; every choice is visible and large enough for a thumb. */
export function FormChoice({ options, inline, ...field }: ChoiceProps) {
  const { field: input } = useController({
    name: field.name,
    rules: useRequiredRule(field.required, field.label),
  });
  return (
    <FieldShell {...field} group>
      {(aria) => (
        <RadioGroup
          row={inline === true}
          name={field.name}
          value={String(input.value ?? '')}
          onChange={(_, value) => input.onChange(value)}
          sx={inline === true && options.length <= 3 ? INLINE : { columnGap: 1 }}
          {...aria}
        >
          {options.map((choice, index) => (
            <FormControlLabel
              key={choice.code}
              value={choice.code}
              control={<Radio {...(index === 0 ? { slotProps: { input: { ref: input.ref } } } : {})} />}
              label={<ChoiceLabel choice={choice} />}
              sx={ROW}
            />
          ))}
        </RadioGroup>
      )}
    </FieldShell>
  );
}

interface ChecksProps extends FieldProps {
  options: readonly Choice[];
  /** Further choices that are needed less often; folded away unless one of them is chosen. */
  more?: { label: string; options: readonly Choice[] };
}

/** Any of several; the value is the list of codes. */
export function FormChecks({ options, more, ...field }: ChecksProps) {
  const { field: input } = useController({
    name: field.name,
    rules: useRequiredRule(field.required, field.label),
  });
  const chosen = Array.isArray(input.value) ? (input.value as string[]) : [];
  const toggle = (code: string): void => {
    input.onChange(chosen.includes(code) ? chosen.filter((item) => item !== code) : [...chosen, code]);
  };
  const box = (choice: Choice, isFirst: boolean): ReactNode => (
    <FormControlLabel
      key={choice.code}
      control={
        <Checkbox
          checked={chosen.includes(choice.code)}
          onChange={() => toggle(choice.code)}
          {...(isFirst ? { slotProps: { input: { ref: input.ref } } } : {})}
        />
      }
      label={<ChoiceLabel choice={choice} />}
      sx={{ ...ROW, display: 'flex' }}
    />
  );
  return (
    <FieldShell {...field} group>
      {(aria) => (
        <Box id={aria.id} role="group" aria-describedby={aria['aria-describedby']}>
          {options.map((choice, index) => box(choice, index === 0))}
          {more !== undefined && more.options.length > 0 && (
            <Box
              component="details"
              open={more.options.some(({ code }) => chosen.includes(code)) || undefined}
            >
              <Box component="summary" sx={{ cursor: 'pointer', minHeight: 44, fontWeight: 600 }}>
                {more.label}
              </Box>
              {more.options.map((choice) => box(choice, false))}
            </Box>
          )}
        </Box>
      )}
    </FieldShell>
  );
}

/** Yes or no, kept as a boolean; nothing is chosen beforehand when the value is empty. */
export function FormYesNo(props: FieldProps) {
  const t = useText();
  const rules = {
    validate: (value: unknown) =>
      props.required !== true || typeof value === 'boolean' || t('form.required', { label: props.label }),
  };
  const { field: input } = useController({ name: props.name, rules });
  const value = typeof input.value === 'boolean' ? String(input.value) : '';
  return (
    <FieldShell {...props} group>
      {(aria) => (
        <RadioGroup
          row
          name={props.name}
          value={value}
          onChange={(_, text) => input.onChange(text === 'true')}
          sx={INLINE}
          {...aria}
        >
          <FormControlLabel
            value="true"
            control={<Radio slotProps={{ input: { ref: input.ref } }} />}
            label={t('answer.yes')}
            sx={ROW}
          />
          <FormControlLabel value="false" control={<Radio />} label={t('answer.no')} sx={ROW} />
        </RadioGroup>
      )}
    </FieldShell>
  );
}

/** One box to tick; the value is a boolean. */
export function FormCheck({ name, label }: { name: string; label: string }) {
  const { field } = useController({ name });
  return (
    <FormControlLabel
      control={
        <Checkbox
          checked={field.value === true}
          onChange={(_, checked) => field.onChange(checked)}
          slotProps={{ input: { ref: field.ref } }}
        />
      }
      label={label}
      sx={{ ...ROW, display: 'flex' }}
    />
  );
}

/** 是 / 否 / 不清楚. */
export function FormAnswer(props: FieldProps) {
  const t = useText();
  const options = (['yes', 'no', 'unknown'] as const).map((code) => ({ code, name: t(`answer.${code}`) }));
  return <FormChoice {...props} options={options} inline unmarked />;
}
