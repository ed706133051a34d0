import { Button, InputBase, NativeSelect, Stack, Typography } from '@mui/material';
import { useController, useFormContext } from 'react-hook-form';
import { serverNow } from '../../api';
import type { CodeItem } from '../../api';
import { useText } from '../../i18n/use-text';
import { dateOf, fromLocalField, toLocalField, wordsOf } from '../../lib';
import { FieldShell, useField, useRequiredRule } from './FieldShell';
import type { FieldProps } from './FieldShell';

const BOX = {
  width: '100%',
  minWidth: 0,
  border: '1px solid',
  borderColor: '#7a8886',
  borderRadius: 1,
  px: 1.5,
  py: 0.5,
  minHeight: 'var(--target, 44px)',
  bgcolor: 'background.paper',
  fontSize: 'inherit',
  '&.Mui-focused': { outline: '3px solid', outlineColor: 'focus.main', borderColor: 'text.primary' },
} as const;

interface TextProps extends FieldProps {
  rows?: number;
  type?: 'text' | 'tel' | 'number' | 'password';
  maxLength?: number;
  placeholder?: string;
}

/** One line, or `rows` lines, of text. */
export function FormText({ rows, type = 'text', maxLength = 2000, placeholder, ...field }: TextProps) {
  const { ref, ...registered } = useField(field.name, field.label, field.required);
  return (
    <FieldShell {...field}>
      {(aria) => (
        <InputBase
          {...registered}
          inputRef={ref}
          id={aria.id}
          type={type === 'number' ? 'text' : type}
          multiline={rows !== undefined}
          {...(rows === undefined ? {} : { minRows: rows })}
          {...(placeholder === undefined ? {} : { placeholder })}
          autoComplete="off"
          sx={BOX}
          inputProps={{
            maxLength,
            'aria-describedby': aria['aria-describedby'],
            'aria-invalid': aria['aria-invalid'],
            ...(type === 'number' ? { inputMode: 'numeric' } : {}),
          }}
        />
      )}
    </FieldShell>
  );
}

interface SelectProps extends FieldProps {
  options: readonly CodeItem[];
  /** Text of the empty choice; without it a hint to choose. */
  empty?: string;
}

/** A choice from a list; the browser's own control, which every phone and screen reader knows. */
export function FormSelect({ options, empty, ...field }: SelectProps) {
  const t = useText();
  const { ref, ...registered } = useField(field.name, field.label, field.required);
  // The form owns the value; options may arrive after the form was filled.
  const value = String(useFormContext().watch(field.name) ?? '');
  return (
    <FieldShell {...field}>
      {(aria) => (
        <NativeSelect
          {...registered}
          value={value}
          inputRef={ref}
          input={<InputBase sx={BOX} />}
          inputProps={{
            id: aria.id,
            'aria-describedby': aria['aria-describedby'],
            'aria-invalid': aria['aria-invalid'],
          }}
        >
          <option value="">{empty ?? t('form.choose')}</option>
          {options.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </NativeSelect>
      )}
    </FieldShell>
  );
}

interface DateProps extends FieldProps {
  /** Offer a button that fills in the present. */
  present?: boolean;
}

const CHOSEN = {
  height: 16,
  mb: -2,
  pl: 1.75,
  lineHeight: '16px',
  // The pages for phones enlarge all type; this line has no more room.
  '&&': { fontSize: '0.85rem' },
  color: 'text.secondary',
} as const;

/**
 * What was chosen, in words: the browser writes dates in its own language, mm/dd/yyyy in an English one. It stands in the
 * space below the field, so that nothing moves when it appears.
 */
function Chosen({ id, text }: { id: string; text: string | null }) {
  return (
    <Typography id={id} sx={CHOSEN}>
      {text}
    </Typography>
  );
}

/** A day (YYYY-MM-DD). */
export function FormDate({ present, ...field }: DateProps) {
  const t = useText();
  const { setValue, watch } = useFormContext();
  const { ref, ...registered } = useField(field.name, field.label, field.required);
  const fill = (): void =>
    setValue(field.name, dateOf(serverNow()), { shouldDirty: true, shouldValidate: true });
  const day = String(watch(field.name) ?? '');
  const chosen = day === '' ? null : t('form.chosenDay', wordsOf(day));
  return (
    <FieldShell {...field}>
      {({ id, ...aria }) => (
        <>
          <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: { xs: 'wrap', sm: 'nowrap' } }}>
            <InputBase
              {...registered}
              inputRef={ref}
              id={id}
              type="date"
              sx={BOX}
              inputProps={{ ...aria, 'aria-describedby': `${aria['aria-describedby']} ${id}-chosen` }}
            />
            {present === true && <PresentButton label={t('form.today')} onClick={fill} />}
          </Stack>
          <Chosen id={`${id}-chosen`} text={chosen} />
        </>
      )}
    </FieldShell>
  );
}

/** A moment; kept as an ISO instant, typed as Beijing time. */
export function FormInstant({ present, ...field }: DateProps) {
  const t = useText();
  const rules = useRequiredRule(field.required, field.label);
  const { field: input } = useController({ name: field.name, rules });
  const instant = String(input.value ?? '');
  const chosen = instant === '' ? null : t('form.chosenInstant', wordsOf(instant));
  return (
    <FieldShell {...field}>
      {({ id, ...aria }) => (
        <>
          <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: { xs: 'wrap', sm: 'nowrap' } }}>
            <InputBase
              inputRef={input.ref}
              id={id}
              type="datetime-local"
              value={toLocalField(instant)}
              onChange={(event) => input.onChange(fromLocalField(event.target.value) ?? '')}
              onBlur={input.onBlur}
              sx={BOX}
              inputProps={{ ...aria, 'aria-describedby': `${aria['aria-describedby']} ${id}-chosen` }}
            />
            {present === true && (
              <PresentButton
                label={t('form.now')}
                onClick={() => input.onChange(new Date(serverNow()).toISOString())}
              />
            )}
          </Stack>
          <Chosen id={`${id}-chosen`} text={chosen} />
        </>
      )}
    </FieldShell>
  );
}

function PresentButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button variant="outlined" onClick={onClick} sx={{ whiteSpace: 'nowrap', flexShrink: 0 }}>
      {label}
    </Button>
  );
}
