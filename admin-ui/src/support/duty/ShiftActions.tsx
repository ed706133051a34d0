import { Button, Stack } from '@mui/material';
import { useState } from 'react';
import { ActionDialog } from '../../access/ActionDialog';
import type { ActionForm } from '../../access';
import type { DutyRoster, DutyShift } from '../../api';
import { FormSelect } from '../../components/fields';
import { useText } from '../../i18n/use-text';

type ShiftAction = DutyShift['allowedActions'][number];

const VARIANTS = { 'hand-over': 'contained', 'stand-in': 'outlined' } as const;

interface ShiftActionsProps {
  shift: DutyShift;
  people: DutyRoster['people'];
  large?: boolean;
}

/** What this person may do with a shift: hand it over, or let a colleague stand in. */
export function ShiftActions({ shift, people, large = false }: ShiftActionsProps) {
  const t = useText();
  const [open, setOpen] = useState<ShiftAction | null>(null);
  const labels: Record<ShiftAction, string> = {
    'hand-over': t('duty.handOver'),
    'stand-in': t('duty.standIn'),
  };
  const hasColleague = people.some(({ id }) => id !== shift.userId);
  const offered = (['hand-over', 'stand-in'] as const).filter(
    (action) => shift.allowedActions.includes(action) && (action === 'hand-over' || hasColleague),
  );
  // The week below repeats the shift of now: one button to hand it over is enough.
  const shown = large ? offered : offered.filter((action) => action === 'stand-in');
  return (
    <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
      {shown.map((action) => (
        <Button
          key={action}
          size={large ? 'large' : 'small'}
          variant={large ? VARIANTS[action] : 'text'}
          onClick={() => setOpen(action)}
          aria-label={`${labels[action]} ${shift.userName}`}
        >
          {labels[action]}
        </Button>
      ))}
      {open !== null && (
        <ActionDialog
          resource="duty/shifts"
          record={shift}
          action={{ action: open, label: labels[open] }}
          form={open === 'hand-over' ? { hint: 'duty.handOverHint' } : standInForm(people)}
          onClose={() => setOpen(null)}
        />
      )}
    </Stack>
  );
}

function standInForm(people: DutyRoster['people']): ActionForm<DutyShift> {
  return {
    hint: 'duty.standInHint',
    Fields: ({ record }) => <ColleagueField people={people.filter(({ id }) => id !== record.userId)} />,
  };
}

function ColleagueField({ people }: { people: DutyRoster['people'] }) {
  const t = useText();
  const options = people.map(({ id, displayName }) => ({ code: id, name: displayName }));
  return <FormSelect name="userId" label={t('duty.colleague')} options={options} required />;
}
