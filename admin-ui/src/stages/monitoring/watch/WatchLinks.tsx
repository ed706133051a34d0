import { Link } from '@mui/material';
import { useGetList } from 'ra-core';
import { Link as RouterLink } from 'react-router-dom';
import { canAccess } from '../../../access/can-access';
import type { WatchItem } from '../../../api';
import { Section } from '../../../components';
import { useText } from '../../../i18n/use-text';
import { useSession } from '../../../lib';

/** The files of the watched children a report or a case is about, for those who may see them. */
export function WatchLinks({ filter }: { filter: { reportId: string } | { caseId: string } }) {
  const t = useText();
  const mayRead = canAccess(useSession().permissions, 'watch-items', 'list');
  const { data } = useGetList<WatchItem>(
    'watch-items',
    { filter, pagination: { page: 1, perPage: 20 } },
    { enabled: mayRead },
  );
  if (data === undefined || data.length === 0) return null;
  return (
    <Section title={t('watch.links')}>
      {data.map(({ id, number, stateName, levelName }) => (
        <div key={id}>
          <Link
            component={RouterLink}
            to={`/watch-items/${id}`}
            sx={{ display: 'inline-block', py: 1, fontWeight: 600 }}
          >
            {number}
          </Link>{' '}
          {[levelName, stateName].join(' · ')}
        </div>
      ))}
    </Section>
  );
}
