import { Alert, Button, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import type { Person } from '../api';
import { useText } from '../i18n/use-text';
import { changesOf } from './person-form';
import type { PersonFormValues } from './person-form';

const LABEL = {
  name: 'field.name',
  sex: 'field.sex',
  birthDate: 'field.birthDate',
  birthDateEstimated: 'triage.estimated',
  phone: 'field.phone',
  address: 'field.address',
  school: 'field.school',
} as const;

interface PersonConflictProps {
  current: Person;
  mine: PersonFormValues;
  onContinue: () => void;
}

/** Someone else saved first: what stands now beside what was typed here. */
export function PersonConflict({ current, mine, onContinue }: PersonConflictProps) {
  const t = useText();
  const fields = Object.keys(changesOf(current, mine)) as (keyof typeof LABEL)[];
  return (
    <Alert severity="warning" sx={{ mb: 2, '& .MuiAlert-message': { width: '100%' } }}>
      <Typography sx={{ fontWeight: 700 }}>{t('person.conflict')}</Typography>
      <Typography>{t('person.conflictHint')}</Typography>
      <Table size="small" sx={{ my: 1 }}>
        <TableHead>
          <TableRow>
            <TableCell>{t('person.field')}</TableCell>
            <TableCell>{t('person.theirs')}</TableCell>
            <TableCell>{t('person.mine')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {fields.map((field) => (
            <TableRow key={field}>
              <TableCell>{t(LABEL[field])}</TableCell>
              <TableCell>{String(current[field] ?? '—')}</TableCell>
              <TableCell>{String(mine[field] ?? '—')}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Button variant="contained" onClick={onContinue}>
        {t('person.continue')}
      </Button>
    </Alert>
  );
}
