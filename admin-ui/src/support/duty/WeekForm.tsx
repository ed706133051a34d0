import { Box, Button, LinearProgress, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { useNotify } from 'ra-core';
import { request, serverNow } from '../../api';
import type { DutyRoster } from '../../api';
import { CommandForm } from '../../components';
import { FormSelect, FormText } from '../../components/fields';
import { useText } from '../../i18n/use-text';
import { useCommand, useFetched } from '../../lib';
import { dayText, daysLater } from './duty-words';
import { toWeekBody, weekValues } from './week-form';
import type { WeekValues } from './week-form';

interface WeekFormProps {
  roster: DutyRoster;
  monday: string;
  onClose: () => void;
}

/** 排一周: a line a day. Days that have begun stay as they are. */
export function WeekForm({ roster, monday, onClose }: WeekFormProps) {
  const t = useText();
  const notify = useNotify();
  const before = daysLater(monday, -7);
  // The week before and this one, so that what was entered can be repeated.
  const known = useFetched<DutyRoster>(
    ['duty', roster.id, before],
    `/duty/rosters/${roster.id}?weekOf=${before}`,
  ).data;
  const command = useCommand<unknown, DutyRoster>((body, key) =>
    request('/duty/weeks', { method: 'POST', body, idempotencyKey: key }),
  );
  if (known === undefined) return <LinearProgress />;
  const values = weekValues(known.days.slice(7), serverNow());
  const lastWeek = weekValues(known.days.slice(0, 7), serverNow());
  const submit = async (typed: WeekValues): Promise<void> => {
    if ((await command.run(toWeekBody(roster.id, typed))) === undefined) return;
    notify(t('duty.saved'), { type: 'success' });
    onClose();
  };
  return (
    <Box sx={{ border: '2px solid', borderColor: 'primary.main', borderRadius: 2, p: 2, mb: 2 }}>
      <Typography component="h3" sx={{ fontWeight: 700, mb: 1 }}>
        {t('duty.planWeek', { day: monday })}
      </Typography>
      <CommandForm<WeekValues>
        defaults={values}
        submitLabel={t('duty.save')}
        onSubmit={submit}
        pending={command.pending}
        problem={command.problem}
        onCancel={onClose}
      >
        <WeekFields days={values.days} lastWeek={lastWeek} people={roster.people} />
      </CommandForm>
    </Box>
  );
}

interface WeekFieldsProps {
  days: WeekValues['days'];
  lastWeek: WeekValues;
  people: DutyRoster['people'];
}

function WeekFields({ days, lastWeek, people }: WeekFieldsProps) {
  const t = useText();
  const { setValue } = useFormContext<WeekValues>();
  const options = people.map(({ id, displayName }) => ({ code: id, name: displayName }));
  const copy = (): void => {
    setValue('from', lastWeek.from);
    setValue('to', lastWeek.to);
    for (const [index, { begun }] of days.entries()) {
      const past = lastWeek.days[index];
      if (begun || past === undefined) continue;
      for (const place of ['first', 'second', 'leader'] as const)
        setValue(`days.${index}.${place}`, past[place]);
    }
  };
  return (
    <>
      {lastWeek.days.some(({ first }) => first !== '') && (
        <Button variant="outlined" onClick={copy} sx={{ mb: 2 }}>
          {t('duty.copy')}
        </Button>
      )}
      <Row>
        <FormText name="from" label={t('duty.from')} placeholder="08:30" maxLength={5} required />
        <FormText name="to" label={t('duty.to')} placeholder="08:30" maxLength={5} required />
      </Row>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>
        {t('duty.toHelp')}
      </Typography>
      {days.map(({ day, begun }, index) => (
        <Box
          key={day}
          role="group"
          aria-label={dayText(day, t)}
          sx={{ borderTop: '1px solid', borderColor: 'divider', pt: 1 }}
        >
          <Typography sx={{ fontWeight: 700 }}>{dayText(day, t)}</Typography>
          {begun ? (
            <Typography sx={{ color: 'text.secondary', mb: 1 }}>{t('duty.begun')}</Typography>
          ) : (
            <Row>
              <FormSelect
                name={`days.${index}.first`}
                label={t('duty.officer')}
                options={options}
                empty={t('duty.vacant')}
                unmarked
              />
              <FormSelect
                name={`days.${index}.second`}
                label={t('duty.second')}
                options={options}
                empty={t('duty.vacant')}
                unmarked
              />
              <FormSelect
                name={`days.${index}.leader`}
                label={t('duty.boss')}
                options={options}
                empty={t('duty.vacant')}
                unmarked
              />
            </Row>
          )}
        </Box>
      ))}
    </>
  );
}

function Row({ children }: { children: ReactNode }) {
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 180px), 1fr))',
        columnGap: 2,
      }}
    >
      {children}
    </Box>
  );
}
