import Add from '@mui/icons-material/Add';
import { Box, Button, Paper, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '../i18n/use-text';

interface RepeatedGroupProps {
  /** One key per member. */
  keys: readonly string[];
  title: (number: number) => string;
  addLabel: string;
  onAdd: () => void;
  onRemove: (index: number) => void;
  /** How many must stay. */
  min: number;
  max: number;
  children: (index: number) => ReactNode;
}

/** Several of the same kind, added and removed one by one. */
export function RepeatedGroup(props: RepeatedGroupProps) {
  const { keys, title, addLabel, onAdd, onRemove, min, max, children } = props;
  const t = useText();
  return (
    <>
      {keys.map((key, index) => (
        <Paper key={key} variant="outlined" sx={{ p: 2, mb: 2 }} role="group" aria-label={title(index + 1)}>
          <Stack direction="row" sx={{ alignItems: 'center', mb: 1 }}>
            <Typography component="h2" sx={{ fontWeight: 700, flex: 1 }}>
              {title(index + 1)}
            </Typography>
            {keys.length > min && (
              <Button
                color="error"
                onClick={() => onRemove(index)}
                aria-label={`${t('form.remove')} ${title(index + 1)}`}
              >
                {t('form.remove')}
              </Button>
            )}
          </Stack>
          {children(index)}
        </Paper>
      ))}
      {keys.length < max && (
        <Box>
          <Button variant="outlined" startIcon={<Add />} onClick={onAdd}>
            {addLabel}
          </Button>
        </Box>
      )}
    </>
  );
}
