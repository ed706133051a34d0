import Lock from '@mui/icons-material/LockOutlined';
import { Box, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '../i18n/use-text';

export interface Fact {
  label: string;
  value: ReactNode;
  /** The reader may not see it. */
  masked?: boolean;
}

/** Pairs of a name and a value, two columns where there is room. */
export function Facts({ facts }: { facts: readonly (Fact | null)[] }) {
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' },
        columnGap: 3,
        rowGap: 1.5,
      }}
    >
      {facts
        .filter((fact): fact is Fact => fact !== null)
        .map((fact) => (
          <Box key={fact.label} sx={{ minWidth: 0 }}>
            <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
              {fact.label}
            </Typography>
            <Box component="dd" sx={{ m: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
              {fact.masked === true ? <Masked /> : <Value value={fact.value} />}
            </Box>
          </Box>
        ))}
    </Box>
  );
}

function Value({ value }: { value: ReactNode }) {
  return value === null || value === undefined || value === '' ? <>—</> : <>{value}</>;
}

function Masked() {
  const t = useText();
  return (
    <Stack
      component="span"
      direction="row"
      spacing={0.5}
      sx={{ color: 'text.secondary', alignItems: 'center' }}
    >
      <Lock fontSize="small" aria-hidden />
      <span>{t('masked.hidden')}</span>
    </Stack>
  );
}

/** A fact of a record that says itself which parts the reader may not see. */
export function maskedFact<T extends { _masked: string[] }>(
  record: T,
  field: keyof T & string,
  label: string,
  value: ReactNode = record[field] as ReactNode,
): Fact {
  return { label, value, masked: record._masked.includes(field) };
}
