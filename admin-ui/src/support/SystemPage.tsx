import { LinearProgress } from '@mui/material';
import { toProblem } from '../api';
import type { AdminSystem } from '../api';
import { Facts, PageHeading, ProblemAlert, Section } from '../components';
import { useText } from '../i18n/use-text';
import { formatInstant, useFetched, useSession } from '../lib';
import { DeadLetters } from './DeadLetters';
import { DemoClock } from './DemoClock';
import { InvariantSection } from './InvariantSection';

/** How the installation is doing: queue, clocks, holidays. */
export function SystemPage() {
  const t = useText();
  const { permissions } = useSession();
  const { data, error, refetch } = useFetched<AdminSystem>(['admin', 'system'], '/admin/system');
  if (error !== null) return <ProblemAlert problem={toProblem(error)} onRetry={() => void refetch()} />;
  if (data === undefined) return <LinearProgress />;
  const { installation, outbox, deadlines, invariants, holidayYears, districts } = data;
  return (
    <>
      <PageHeading title={t('menu.system')} />
      <Section title={t('system.installation')}>
        <Facts
          facts={[
            { label: t('system.kind'), value: t(`system.kinds.${installation.kind}`) },
            { label: t('system.now'), value: formatInstant(data.now) },
            { label: t('system.offset'), value: t('system.minutes', { minutes: data.clockOffsetMinutes }) },
            { label: t('system.queue'), value: data.queueBackend === 'redis' ? 'Redis' : 'PostgreSQL' },
            {
              label: t('system.districts'),
              value: districts.map(({ code, name }) => `${name}（${code}）`).join('、'),
            },
            { label: t('system.holidays'), value: holidayYears.join('、') },
            {
              label: t('system.lastBackup'),
              value: data.lastBackupAt === null ? t('system.noBackup') : formatInstant(data.lastBackupAt),
            },
          ]}
        />
      </Section>
      <Section title={t('system.outbox')}>
        <Facts
          facts={[
            { label: t('system.pending'), value: outbox.pending },
            { label: t('system.dead'), value: outbox.dead },
            { label: t('system.oldest'), value: outbox.oldestPendingSeconds },
          ]}
        />
      </Section>
      <Section title={t('system.deadlines')}>
        <Facts
          facts={[
            { label: t('system.running'), value: deadlines.running },
            { label: t('system.overdue'), value: deadlines.overdue },
            { label: t('deadline.provisional'), value: deadlines.provisional },
          ]}
        />
      </Section>
      <DeadLetters />
      <InvariantSection states={invariants} />
      {installation.kind !== 'real' && permissions.includes('demo.clock') && <DemoClock />}
    </>
  );
}
