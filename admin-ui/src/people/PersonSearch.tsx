import { Alert, AlertTitle, LinearProgress } from '@mui/material';
import { useGetList } from 'ra-core';
import { useState } from 'react';
import { toProblem } from '../api';
import type { Person } from '../api';
import { EmptyState, ImeSearchInput, PageHeading, ProblemAlert, RecordTable, Section } from '../components';
import { useText } from '../i18n/use-text';

/** An ID or phone number, also in full-width digits: the API refuses it, and it must not reach an address at all. */
const NUMBER = /\d{5,}/;

/** Search by name, pinyin or initials; only people the reader works with are found. */
export function PersonSearch() {
  const t = useText();
  const [question, setQuestion] = useState('');
  return (
    <>
      <PageHeading title={t('menu.people')} hint={t('person.hint')} />
      <Section title={t('person.search')}>
        <ImeSearchInput
          label={t('person.searchLabel')}
          help={t('person.searchHelp')}
          value={question}
          onSearch={setQuestion}
        />
      </Section>
      {question === '' ? (
        <EmptyState title={t('person.startTitle')} hint={t('person.startHint')} />
      ) : (
        <Answer question={question} />
      )}
    </>
  );
}

function Answer({ question }: { question: string }) {
  const t = useText();
  if (!NUMBER.test(question.normalize('NFKC'))) return <Results question={question} />;
  return (
    <Alert severity="info">
      <AlertTitle>{t('person.noNumbersTitle')}</AlertTitle>
      {t('person.noNumbers')}
    </Alert>
  );
}

function Results({ question }: { question: string }) {
  const t = useText();
  const { data, error, isPending } = useGetList<Person>('people', {
    filter: { q: question },
    pagination: { page: 1, perPage: 25 },
  });
  if (error !== null) return <ProblemAlert problem={toProblem(error)} />;
  if (isPending) return <LinearProgress />;
  if (data.length === 0) return <EmptyState title={t('person.noneTitle')} hint={t('person.noneHint')} />;
  return (
    <Section title={t('person.results')}>
      <RecordTable
        label={t('person.results')}
        records={data}
        linkTo={({ id }) => `/people/${id}`}
        columns={[
          { key: 'name', label: t('field.name'), render: ({ name }) => name ?? t('masked.hidden') },
          { key: 'sex', label: t('field.sex'), render: ({ sex }) => t(`sex.${sex}`) },
          {
            key: 'age',
            label: t('field.age'),
            render: ({ age }) => (age === null ? '—' : t('field.years', { age })),
          },
          { key: 'region', label: t('field.region'), render: ({ regionName }) => regionName ?? '—' },
          { key: 'school', label: t('field.school'), render: ({ school }) => school ?? '—' },
        ]}
      />
    </Section>
  );
}
