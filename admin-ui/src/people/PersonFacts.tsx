import type { Person } from '../api';
import { Facts, maskedFact } from '../components';
import { useText } from '../i18n/use-text';
import { useCodeName } from '../lib';

/** What is known of a person; parts the reader may not see say so. */
export function PersonFacts({ person }: { person: Person }) {
  const t = useText();
  const noId = useCodeName('NO_ID_REASONS');
  const age = person.age === null ? '' : t('field.years', { age: person.age });
  const birth = [person.birthDate, person.birthDateEstimated ? t('triage.estimated') : '', age]
    .filter(Boolean)
    .join(' · ');
  return (
    <Facts
      facts={[
        maskedFact(person, 'name', t('field.name')),
        { label: t('field.sex'), value: t(`sex.${person.sex}`) },
        maskedFact(person, 'birthDate', t('field.birthDate'), birth),
        maskedFact(
          person,
          'idNumber',
          t('field.idNumber'),
          person.idNumber ?? (person.noIdReason === null ? null : noId(person.noIdReason)),
        ),
        maskedFact(person, 'phone', t('field.phone')),
        maskedFact(person, 'address', t('field.address')),
        { label: t('field.region'), value: person.regionName },
        maskedFact(person, 'school', t('field.school')),
      ]}
    />
  );
}
