import { Link } from '@mui/material';
import { Link as RouterLink } from 'react-router-dom';
import type { Person } from '../../api';
import { Facts, maskedFact } from '../../components';
import { useText } from '../../i18n/use-text';

/** A person inside a case, with the way to the person's own page. */
export function ChildFacts({ person }: { person: Person }) {
  const t = useText();
  const name = (
    <Link component={RouterLink} to={`/people/${person.id}`}>
      {person.name ?? t('case.openPerson')}
    </Link>
  );
  const age = person.age === null ? null : t('field.years', { age: person.age });
  return (
    <Facts
      facts={[
        maskedFact(person, 'name', t('field.name'), name),
        { label: t('field.sex'), value: t(`sex.${person.sex}`) },
        { label: t('field.age'), value: age },
        maskedFact(person, 'idNumber', t('field.idNumber')),
        maskedFact(person, 'phone', t('field.phone')),
        maskedFact(person, 'address', t('field.address')),
        maskedFact(person, 'school', t('field.school')),
      ]}
    />
  );
}
