import { useFormContext } from 'react-hook-form';
import type { WatchItem } from '../../../api';
import {
  ChildVoiceFields,
  FormChecks,
  FormChoice,
  FormDate,
  FormSelect,
  FormText,
} from '../../../components/fields';
import { useText } from '../../../i18n/use-text';
import { useCodes, useReference, useSession } from '../../../lib';
import { LevelField } from './file-fields';

/** Reasons of an end that say nothing without words. */
const NEEDS_WORDS: readonly string[] = ['MOVED', 'OTHER', 'MISTAKEN'];
/** Set by 撤回 alone. */
const WITHDRAWN = 'WITHDRAWN';

export function ConfirmFields() {
  const t = useText();
  return (
    <>
      <LevelField />
      <FormDate name="nextVisitOn" label={t('watch.nextVisit')} help={t('watch.confirm.nextHelp')} />
      <FormText name="note" label={t('field.note')} rows={2} maxLength={1000} />
    </>
  );
}

export function ReturnFields() {
  const t = useText();
  return <FormText name="reason" label={t('watch.return.reason')} rows={3} maxLength={1000} required />;
}

export function WithdrawFields() {
  const t = useText();
  return <FormText name="reason" label={t('watch.withdraw.reason')} rows={3} maxLength={1000} required />;
}

/** 父母每周至少联系一次 (未成年人保护法 art 23). */
export function RecordContactFields() {
  const t = useText();
  const who = (['father', 'mother', 'both', 'other'] as const).map((code) => ({
    code,
    name: t(`watch.contact.who.${code}`),
  }));
  const ways = (['phone', 'video', 'home'] as const).map((code) => ({
    code,
    name: t(`watch.contact.way.${code}`),
  }));
  return (
    <>
      <FormDate name="contactedOn" label={t('watch.contact.on')} required present />
      <FormChoice name="who" label={t('watch.contact.whoLabel')} options={who} inline required />
      <FormChoice name="way" label={t('watch.contact.wayLabel')} options={ways} inline required />
      <FormText name="note" label={t('field.note')} rows={2} maxLength={1000} />
    </>
  );
}

export function EndCareFields() {
  const t = useText();
  return (
    <>
      <FormDate name="endedOn" label={t('watch.care.endedOn')} required present />
      <FormText name="reason" label={t('watch.care.endReason')} rows={3} maxLength={1000} required />
    </>
  );
}

export function PlanVisitFields() {
  const t = useText();
  return (
    <>
      <FormDate name="nextVisitOn" label={t('watch.nextVisit')} required />
      <FormText name="note" label={t('field.note')} rows={2} maxLength={1000} />
    </>
  );
}

export function ChangeLevelFields() {
  const t = useText();
  return (
    <>
      <LevelField />
      <FormText name="reason" label={t('watch.changeLevel.reason')} rows={3} maxLength={1000} required />
    </>
  );
}

/** The village of the child, its township, or civil affairs. */
export function AssignFields({ record }: { record: WatchItem }) {
  const t = useText();
  const reference = useReference();
  const township = reference?.regions.find(({ code }) => code === record.regionCode)?.parentCode;
  const agencies = (reference?.agencies ?? []).filter(
    ({ kind, regionCode }) =>
      (kind === 'village' && regionCode === record.regionCode) ||
      (kind === 'township' && regionCode === township) ||
      kind === 'civil_affairs',
  );
  const agencyId = String(useFormContext().watch('agencyId') ?? '');
  const users = (reference?.users ?? []).filter((user) => user.agencyId === agencyId);
  return (
    <>
      <FormSelect
        name="agencyId"
        label={t('watch.assign.agency')}
        options={agencies.map(({ id, name }) => ({ code: id, name }))}
        required
      />
      <FormSelect
        name="userId"
        label={t('watch.assign.user')}
        options={users.map(({ id, displayName }) => ({ code: id, name: displayName }))}
        empty={t('watch.assign.anybody')}
      />
    </>
  );
}

/** Who must not know; a level hides a child only from those below it. */
export function ExclusionChecks({ name, required }: { name: string; required?: boolean }) {
  const t = useText();
  const isTownship = useSession().agency.kind === 'township';
  const below = isTownship ? (['VILLAGE'] as const) : (['VILLAGE', 'TOWNSHIP'] as const);
  return (
    <FormChecks
      name={name}
      label={t('watch.exclude.who')}
      options={below.map((code) => ({ code, name: t(`watch.exclude.${code}`) }))}
      {...(required === true ? { required } : {})}
    />
  );
}

export function ExcludeFields() {
  const t = useText();
  return (
    <>
      <ExclusionChecks name="hints" required />
      <FormText name="reason" label={t('watch.exclude.reason')} rows={3} maxLength={1000} required />
    </>
  );
}

export function PauseFields() {
  const t = useText();
  return (
    <>
      <FormDate name="untilOn" label={t('watch.pause.untilOn')} help={t('watch.pause.untilHelp')} required />
      <FormText
        name="reason"
        label={t('watch.pause.reason')}
        help={t('watch.pause.reasonHelp')}
        rows={3}
        maxLength={1000}
        required
      />
    </>
  );
}

export function EndFields() {
  const t = useText();
  const reason = String(useFormContext().watch('reason') ?? '');
  const reasons = useCodes('WATCH_END_REASONS')
    .filter(({ code }) => code !== WITHDRAWN)
    .map(({ code, name, note }) => ({ code, name, ...(note == null ? {} : { about: note }) }));
  return (
    <>
      <FormChoice name="reason" label={t('watch.end.reason')} options={reasons} required />
      <FormText
        name="note"
        label={t('field.note')}
        rows={3}
        maxLength={1000}
        required={NEEDS_WORDS.includes(reason)}
      />
      {reason !== 'DIED' && <ChildVoiceFields />}
    </>
  );
}
