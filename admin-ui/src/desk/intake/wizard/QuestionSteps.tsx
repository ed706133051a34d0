import { Typography } from '@mui/material';
import {
  FormAnswer,
  FormCheck,
  FormChoice,
  FormChecks,
  FormInstant,
  FormSelect,
  FormText,
} from '../../../components/fields';
import { useText } from '../../../i18n/use-text';
import { useCodes, useReference, useSession } from '../../../lib';
import { useRegionChoices } from '../use-region-choices';
import { takesCalls } from './report-form';

/** The situations of the law, in its own words. */
export function SituationsStep() {
  const t = useText();
  const situations = useReference()?.situations ?? [];
  const choices = (mandatory: boolean) =>
    situations
      .filter((situation) => situation.mandatory === mandatory)
      .map(({ code, name, text, policeRequired }) => ({
        code,
        name,
        about: policeRequired ? `${text}（${t('wizard.police')}）` : text,
      }));
  return (
    <FormChecks
      name="situations"
      label={t('wizard.situations')}
      help={t('wizard.situationsHelp')}
      options={choices(true)}
      more={{ label: t('wizard.otherSituations'), options: choices(false) }}
      unmarked
    />
  );
}

export function WhatStep() {
  const t = useText();
  return (
    <>
      <FormInstant name="discoveredAt" label={t('report.discoveredAt')} present />
      <FormText
        name="facts"
        label={t('report.facts')}
        help={t('wizard.factsHelp')}
        rows={5}
        maxLength={5000}
      />
      <FormText
        name="childWords"
        label={t('report.childWords')}
        help={t('wizard.childWordsHelp')}
        maxLength={300}
        rows={2}
      />
      <FormText name="injury" label={t('report.injury')} rows={2} maxLength={1000} />
      <FormAnswer name="medicalSent" label={t('report.medicalSent')} />
    </>
  );
}

export function WhereStep() {
  const t = useText();
  return (
    <>
      <FormSelect
        name="regionCode"
        label={t('wizard.region')}
        options={useRegionChoices()}
        empty={t('answer.unknown')}
      />
      <FormText
        name="presentPlace"
        label={t('report.presentPlace')}
        help={t('wizard.presentPlaceHelp')}
        maxLength={500}
      />
      <FormText
        name="evidence"
        label={t('report.evidence')}
        help={t('wizard.evidenceHelp')}
        rows={2}
        maxLength={1000}
      />
      <FormText
        name="othersAtRisk"
        label={t('report.othersAtRisk')}
        help={t('wizard.othersHelp')}
        rows={2}
        maxLength={1000}
      />
    </>
  );
}

/** 谁不能知道: asked before anything is sent, because routing starts with it. */
export function ExclusionStep() {
  const t = useText();
  return (
    <>
      <Typography sx={{ mb: 2 }}>{t('wizard.exclusionIntro')}</Typography>
      <FormChecks
        name="exclusionHints"
        label={t('wizard.exclusions')}
        options={useCodes('EXCLUSION_HINTS')}
      />
      <FormText
        name="exclusionNote"
        label={t('report.exclusionNote')}
        help={t('wizard.exclusionNoteHelp')}
        rows={2}
        maxLength={500}
      />
    </>
  );
}

export function ReporterStep() {
  const t = useText();
  const { permissions, user } = useSession();
  const isCall = takesCalls(user.role);
  const channels = useCodes('CHANNELS');
  const units = useCodes('REPORTER_UNIT_TYPES');
  return (
    <>
      <Typography sx={{ mb: 2 }}>{t(isCall ? 'call.intro' : 'wizard.reporterIntro')}</Typography>
      {isCall && <CallFields />}
      <FormText
        name="reporterName"
        label={t(isCall ? 'call.caller' : 'wizard.reporterName')}
        maxLength={50}
      />
      <FormText
        name="reporterPhone"
        label={t(isCall ? 'call.number' : 'wizard.reporterPhone')}
        help={t('wizard.reporterPhoneHelp')}
        type="tel"
        maxLength={30}
      />
      <FormText name="reporterPosition" label={t('report.reporterPosition')} maxLength={50} />
      <FormSelect name="unitType" label={t('report.unitType')} options={units} required />
      {permissions.includes('report.receive') && (
        <FormSelect name="channel" label={t('report.channel')} options={channels} required />
      )}
      <FormCheck name="wantsSecrecy" label={t(isCall ? 'call.wantsSecrecy' : 'wizard.wantsSecrecy')} />
    </>
  );
}

/** What a ticket of the hotline asks besides the report (D02). */
function CallFields() {
  const t = useText();
  const callbacks = (['wanted', 'unwanted', 'unsafe'] as const).map((code) => ({
    code,
    name: t(`call.callback.${code}`),
  }));
  return (
    <>
      <FormInstant name="call.answeredAt" label={t('call.answeredAt')} required />
      <FormText name="call.answeredBy" label={t('call.answeredBy')} maxLength={50} required />
      <FormText name="call.ticketNo" label={t('call.ticketNo')} maxLength={50} />
      <FormChoice name="call.callback" label={t('call.mayCallBack')} options={callbacks} required />
      <FormText
        name="call.safeTime"
        label={t('call.safeTime')}
        help={t('call.safeTimeHelp')}
        maxLength={100}
      />
    </>
  );
}
