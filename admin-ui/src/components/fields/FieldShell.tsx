import { Box, FormHelperText, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { get, useFormContext, useFormState } from 'react-hook-form';
import type { RegisterOptions } from 'react-hook-form';
import { useText } from '../../i18n/use-text';

/** What every field of ours takes. */
export interface FieldProps {
  name: string;
  label: string;
  help?: string;
  required?: boolean;
  /** Leaves out the remark that the field may stay empty: one of the answers says it already. */
  unmarked?: boolean;
}

/** The message of a field, or undefined. */
export function useFieldError(name: string): string | undefined {
  const { errors } = useFormState({ name });
  const error: unknown = get(errors, name);
  const message =
    typeof error === 'object' && error !== null && 'message' in error ? error.message : undefined;
  return typeof message === 'string' ? message : undefined;
}

/** The rule of a compulsory field. */
export function useRequiredRule(required: boolean | undefined, label: string): RegisterOptions {
  const t = useText();
  return required === true ? { required: t('form.required', { label }) } : {};
}

export function fieldId(name: string): string {
  return `field-${name.replaceAll('.', '-')}`;
}

interface ShellProps extends FieldProps {
  /** A group of several inputs is named by a legend, one input by a label. */
  group?: boolean;
  children: (aria: { id: string; 'aria-describedby': string; 'aria-invalid': boolean }) => ReactNode;
}

/** Label above, help below it, the input, then the error: the same for every field. */
export function FieldShell({ name, label, help, required, unmarked, group, children }: ShellProps) {
  const t = useText();
  const error = useFieldError(name);
  const id = fieldId(name);
  const mark = required === true || unmarked === true ? '' : t('form.optional');
  return (
    <Box component={group === true ? 'fieldset' : 'div'} sx={{ border: 0, p: 0, m: 0, mb: 2.5, minWidth: 0 }}>
      <Typography
        component={group === true ? 'legend' : 'label'}
        {...(group === true ? {} : { htmlFor: id })}
        sx={{ display: 'block', fontWeight: 600, mb: 0.5, p: 0 }}
      >
        {label}
        {mark !== '' && (
          <Typography
            component="span"
            sx={{ color: 'text.secondary', fontWeight: 400, ml: 1 }}
            variant="body2"
          >
            {mark}
          </Typography>
        )}
      </Typography>
      <Box id={`${id}-about`}>
        {help !== undefined && (
          <Typography variant="body2" sx={{ color: 'text.secondary', mb: 0.75 }}>
            {help}
          </Typography>
        )}
        {error !== undefined && (
          <FormHelperText error sx={{ mx: 0, mb: 0.5, fontSize: '0.95rem' }}>
            {error}
          </FormHelperText>
        )}
      </Box>
      {children({ id, 'aria-describedby': `${id}-about`, 'aria-invalid': error !== undefined })}
    </Box>
  );
}

/** `register` with our compulsory rule. */
export function useField(name: string, label: string, required?: boolean) {
  const { register } = useFormContext();
  return register(name, useRequiredRule(required, label));
}
