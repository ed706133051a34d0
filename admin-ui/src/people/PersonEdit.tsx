import { useNotify } from 'ra-core';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { request } from '../api';
import type { Person } from '../api';
import { CommandForm, PageHeading, RecordPage, Section } from '../components';
import { FormCheck, FormChoice, FormDate, FormText } from '../components/fields';
import { useText } from '../i18n/use-text';
import { useCommand } from '../lib';
import { PersonConflict } from './PersonConflict';
import { changesOf, editableOf } from './person-form';
import type { PersonFormValues } from './person-form';

/** Edits a person; if someone else was faster, both versions are shown. */
export function PersonEdit() {
  const { id = '' } = useParams();
  return (
    <RecordPage<Person> resource="people" id={id}>
      {(person) => <PersonForm person={person} />}
    </RecordPage>
  );
}

function PersonForm({ person }: { person: Person }) {
  const t = useText();
  const navigate = useNavigate();
  const notify = useNotify();
  // The record as it was when the form was opened: a refresh behind the form must not hide a conflict.
  const [base, setBase] = useState(person);
  const [mine, setMine] = useState<PersonFormValues | null>(null);
  const command = useCommand<{ changes: Partial<PersonFormValues>; version: number }, Person>(
    ({ changes, version }) =>
      request(`/people/${person.id}`, { method: 'PATCH', body: changes, ifMatch: version }),
  );
  const submit = async (values: PersonFormValues): Promise<void> => {
    setMine(values);
    const result = await command.run({ changes: changesOf(base, values), version: base.version });
    if (result === undefined) return;
    notify(t('person.saved'), { type: 'success' });
    void navigate(`/people/${person.id}`);
  };
  const current =
    command.problem?.status === 412 ? (command.problem.current as Person | undefined) : undefined;
  const sexes = (['male', 'female', 'unknown'] as const).map((code) => ({ code, name: t(`sex.${code}`) }));
  const isHidden = (field: string): boolean => base._masked.includes(field);
  return (
    <>
      <PageHeading title={t('person.editTitle', { name: person.name ?? t('masked.hidden') })} />
      {current !== undefined && mine !== null && current.version !== base.version && (
        <PersonConflict current={current} mine={mine} onContinue={() => setBase(current)} />
      )}
      <Section title={t('person.facts')}>
        <CommandForm<PersonFormValues>
          defaults={editableOf(base)}
          submitLabel={t('person.save')}
          onSubmit={submit}
          pending={command.pending}
          problem={current === undefined ? command.problem : null}
          onCancel={() => void navigate(`/people/${person.id}`)}
        >
          {!isHidden('name') && <FormText name="name" label={t('field.name')} maxLength={50} />}
          <FormChoice name="sex" label={t('field.sex')} options={sexes} inline />
          {!isHidden('birthDate') && <FormDate name="birthDate" label={t('field.birthDate')} />}
          <FormCheck name="birthDateEstimated" label={t('triage.estimated')} />
          {!isHidden('phone') && <FormText name="phone" label={t('field.phone')} type="tel" maxLength={30} />}
          {!isHidden('address') && <FormText name="address" label={t('field.address')} maxLength={300} />}
          {!isHidden('school') && <FormText name="school" label={t('field.school')} maxLength={100} />}
        </CommandForm>
      </Section>
    </>
  );
}
