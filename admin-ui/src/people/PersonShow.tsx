import { Button } from '@mui/material';
import { Link, useParams } from 'react-router-dom';
import type { Person } from '../api';
import { PageHeading, RecordPage, Section } from '../components';
import { useText } from '../i18n/use-text';
import { useSession } from '../lib';
import { PersonFacts } from './PersonFacts';
import { PersonLinks } from './PersonLinks';

/** One person. */
export function PersonShow() {
  const { id = '' } = useParams();
  const t = useText();
  const { permissions } = useSession();
  return (
    <RecordPage<Person> resource="people" id={id}>
      {(person) => (
        <>
          <PageHeading title={person.name ?? t('masked.hidden')}>
            {permissions.includes('person.edit') && (
              <Button component={Link} to={`/people/${person.id}/edit`} variant="contained">
                {t('person.edit')}
              </Button>
            )}
          </PageHeading>
          <Section title={t('person.facts')}>
            <PersonFacts person={person} />
          </Section>
          <PersonLinks person={person} />
        </>
      )}
    </RecordPage>
  );
}
