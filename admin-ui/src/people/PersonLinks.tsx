import { Box, Link } from '@mui/material';
import { Link as RouterLink } from 'react-router-dom';
import type { Person, PersonRelation } from '../api';
import { Section } from '../components';
import { useText } from '../i18n/use-text';

/** The people and cases around a person, as far as the reader may see them. */
export function PersonLinks({ person }: { person: Person }) {
  const t = useText();
  const relations = person.relations ?? [];
  const cases = person.cases ?? [];
  return (
    <>
      {relations.length > 0 && (
        <Section title={t('person.relations')}>
          {relations.map((relation) => (
            <Row key={relation.id} {...otherSide(relation, person.id)} about={relation.relationName} />
          ))}
        </Section>
      )}
      {cases.length > 0 && (
        <Section title={t('menu.cases')}>
          {cases.map(({ id, caseNo, phaseName }) => (
            <Row key={id} to={`/cases/${id}`} name={caseNo} about={phaseName} />
          ))}
        </Section>
      )}
    </>
  );
}

/** The relation names what the adult is to the child, whoever's page this is. */
function otherSide(relation: PersonRelation, ownId: string): { to: string; name: string | null } {
  const { childId, childName, personId, personName } = relation;
  return childId === ownId
    ? { to: `/people/${personId}`, name: personName }
    : { to: `/people/${childId}`, name: childName };
}

function Row({ to, name, about }: { to: string; name: string | null; about: string }) {
  const t = useText();
  return (
    <Box sx={{ py: 0.5 }}>
      {name === null ? (
        t('masked.hidden')
      ) : (
        <Link component={RouterLink} to={to} sx={{ fontWeight: 600 }}>
          {name}
        </Link>
      )}
      {` · ${about}`}
    </Box>
  );
}
