import { useFieldArray, useFormContext } from 'react-hook-form';
import { CaseActionPage } from '../../casefile/CaseActionPage';
import { Section } from '../../components';
import { FormInstant, FormSelect, FormText } from '../../components/fields';
import { RepeatedGroup } from '../../components/RepeatedGroup';
import { useText } from '../../i18n/use-text';
import { useReference } from '../../lib';

interface ConferenceFormValues {
  reason: string;
  meetsAt: string;
  place: string;
  participants: { agencyId: string; name: string }[];
}

const EMPTY_SEAT = { agencyId: '', name: '' };

/** 召集会商: why, when, where, and who comes. */
export function ConferencePage() {
  const t = useText();
  return (
    <CaseActionPage<ConferenceFormValues>
      action="convene-conference"
      title={t('conference.title')}
      hint={t('conference.hint')}
      tab="conferences"
      defaults={() => ({ participants: [EMPTY_SEAT, EMPTY_SEAT] })}
      toBody={(values) => ({
        ...values,
        // A line nobody filled in is no seat.
        participants: values.participants.filter(
          ({ agencyId, name }) => agencyId !== '' || name.trim() !== '',
        ),
      })}
    >
      {() => (
        <>
          <Section title={t('conference.what')}>
            <FormText
              name="reason"
              label={t('conference.reason')}
              help={t('conference.reasonHelp')}
              rows={3}
              required
            />
            <FormInstant name="meetsAt" label={t('conference.meetsAt')} required />
            <FormText name="place" label={t('conference.place')} maxLength={200} required />
          </Section>
          <Section title={t('conference.who')}>
            <Seats />
          </Section>
        </>
      )}
    </CaseActionPage>
  );
}

function Seats() {
  const t = useText();
  const { control } = useFormContext<ConferenceFormValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'participants' });
  const agencies = (useReference()?.agencies ?? []).map(({ id, name }) => ({ code: id, name }));
  return (
    <RepeatedGroup
      keys={fields.map(({ id }) => id)}
      title={(number) => t('conference.seat', { number })}
      addLabel={t('conference.addSeat')}
      onAdd={() => append(EMPTY_SEAT)}
      onRemove={remove}
      min={1}
      max={30}
    >
      {(index) => <Seat index={index} agencies={agencies} />}
    </RepeatedGroup>
  );
}

function Seat({ index, agencies }: { index: number; agencies: { code: string; name: string }[] }) {
  const t = useText();
  const agencyId = String(useFormContext().watch(`participants.${index}.agencyId`) ?? '');
  return (
    <>
      <FormSelect
        name={`participants.${index}.agencyId`}
        label={t('conference.agency')}
        options={agencies}
        empty={t('conference.noAgency')}
      />
      {agencyId === '' && (
        <FormText
          name={`participants.${index}.name`}
          label={t('conference.person')}
          help={t('conference.personHelp')}
          maxLength={100}
        />
      )}
    </>
  );
}
