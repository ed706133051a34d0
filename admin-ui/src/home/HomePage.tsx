import { LinearProgress } from '@mui/material';
import { canAccess } from '../access/can-access';
import { toProblem } from '../api';
import type { Home, HomeCard } from '../api';
import { EmptyState, PageHeading, ProblemAlert, Section } from '../components';
import { useText } from '../i18n/use-text';
import type { Text } from '../i18n/use-text';
import { consoleLink, useFetched, useSession } from '../lib';
import { TotalsView } from '../statistics/TotalsView';
import { DutyLine } from './DutyLine';
import { HomeCards } from './HomeCards';
import { NextList } from './NextList';
import { ReporterHome } from './ReporterHome';

/** What this person has to do next. */
export function HomePage() {
  const t = useText();
  const { user, permissions } = useSession();
  const home = useFetched<Home>(['home'], '/home');
  if (home.error !== null) {
    return <ProblemAlert problem={toProblem(home.error)} onRetry={() => void home.refetch()} />;
  }
  if (home.data === undefined) return <LinearProgress />;
  const { title, hint, cards, next, duty } = home.data;
  if (user.role === 'school_reporter' || user.role === 'unit_reporter')
    return <ReporterHome home={home.data} />;
  if (canAccess(permissions, 'totals', 'list'))
    return (
      <>
        <PageHeading title={title} hint={t('totals.hint')} />
        <TotalsView />
      </>
    );
  const [first, ...rest] = next;
  return (
    <>
      <PageHeading title={title} hint={hint} />
      {duty !== null && <DutyLine duty={duty} />}
      <HomeCards cards={cards} />
      <Section title={t('home.next')}>
        {first === undefined ? (
          <EmptyState title={t('home.nothing')} hint={t('home.nothingHint')} action={lookAt(cards[0], t)} />
        ) : (
          <NextList first={first} rest={rest} />
        )}
      </Section>
    </>
  );
}

/** With nothing to do, the way to the first list. */
function lookAt(card: HomeCard | undefined, t: Text): { label: string; to: string } | undefined {
  return card === undefined
    ? undefined
    : { label: t('home.look', { label: card.label }), to: consoleLink(card.link) };
}
