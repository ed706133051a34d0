import { Alert, Box, Link } from '@mui/material';
import { useEffect, useRef } from 'react';
import { useFormContext } from 'react-hook-form';
import type { FieldErrors } from 'react-hook-form';
import type { Problem } from '../api';
import { useText } from '../i18n/use-text';
import { fieldId } from './fields';

interface Item {
  name: string;
  message: string;
}

/** All errors of a form in one place, each a link to its field; takes the focus when it appears. */
export function ErrorSummary({ missing, problem }: { missing: FieldErrors | null; problem: Problem | null }) {
  const t = useText();
  const { setFocus } = useFormContext();
  const box = useRef<HTMLDivElement>(null);
  const items = [...flatten(missing ?? {}), ...serverItems(problem)];
  const count = items.length;
  useEffect(() => {
    if (count > 0) box.current?.focus();
  }, [count, missing, problem]);
  if (count === 0) return null;
  const go = ({ name }: Item): void => {
    setFocus(name);
    document.getElementById(fieldId(name))?.scrollIntoView({ block: 'center' });
  };
  return (
    <Alert severity="error" ref={box} tabIndex={-1} sx={{ mb: 2 }} role="alert">
      <b>{t('form.summary', { smart_count: count })}</b>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {items.map((item) => (
          <li key={item.name}>
            <Link
              href={`#${fieldId(item.name)}`}
              color="inherit"
              onClick={(event) => {
                event.preventDefault();
                go(item);
              }}
            >
              {item.message}
            </Link>
          </li>
        ))}
      </Box>
    </Alert>
  );
}

function serverItems(problem: Problem | null): Item[] {
  return Object.entries(problem?.errors ?? {}).map(([name, messages]) => ({
    name,
    message: messages.join('；'),
  }));
}

/** Nested errors of react-hook-form as a flat list of field names and messages. */
function flatten(errors: object, prefix = ''): Item[] {
  return Object.entries(errors).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value !== 'object' || value === null || key === 'ref') return [];
    const name = `${prefix}${key}`;
    if ('message' in value && typeof value.message === 'string') return [{ name, message: value.message }];
    return flatten(value, `${name}.`);
  });
}
