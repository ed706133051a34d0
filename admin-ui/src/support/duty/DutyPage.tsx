import { LinearProgress } from '@mui/material';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { toProblem } from '../../api';
import type { DutyRoster } from '../../api';
import { PageHeading, ProblemAlert } from '../../components';
import { useText } from '../../i18n/use-text';
import { useFetched, useSession } from '../../lib';
import { DutyAgencies } from './DutyAgencies';
import { DutyHandovers } from './DutyHandovers';
import { DutyNow } from './DutyNow';
import { DutyWeeks } from './DutyWeeks';

/** 值班 of one agency: who is on now, the weeks, the hand-overs; and where else somebody is on duty. */
export function DutyPage() {
  const { agency } = useSession();
  const { id = agency.id } = useParams();
  // Another agency begins with its own week.
  return <Roster key={id} agencyId={id} />;
}

function Roster({ agencyId }: { agencyId: string }) {
  const t = useText();
  const [weekOf, setWeekOf] = useState<string | null>(null);
  const query = weekOf === null ? '' : `?weekOf=${weekOf}`;
  const { data, error, refetch } = useFetched<DutyRoster>(
    ['duty', agencyId, weekOf],
    `/duty/rosters/${agencyId}${query}`,
  );
  return (
    <>
      <PageHeading
        title={
          data === undefined
            ? t('duty.title')
            : t('duty.ofAgency', { name: t('duty.title'), kind: data.agencyName })
        }
        hint={t('duty.hint')}
      />
      {error !== null && <ProblemAlert problem={toProblem(error)} onRetry={() => void refetch()} />}
      {error === null && data === undefined && <LinearProgress />}
      {data !== undefined && (
        <>
          <DutyNow roster={data} />
          <DutyWeeks roster={data} onWeek={setWeekOf} />
          <DutyHandovers handovers={data.handovers} />
        </>
      )}
      <DutyAgencies shown={agencyId} />
    </>
  );
}
