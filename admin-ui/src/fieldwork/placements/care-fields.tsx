import { useWatch } from 'react-hook-form';
import {
  ChildVoiceFields,
  FormAnswer,
  FormDate,
  FormInstant,
  FormSelect,
  FormText,
  FormYesNo,
} from '../../components/fields';
import { useText } from '../../i18n/use-text';
import { useCodes } from '../../lib';

/** Ends that have an action of their own. */
const OWN_ACTION = ['RETURNED', 'CHANGED'];

/** 安置复核. */
export function ReviewFields() {
  const t = useText();
  return (
    <>
      <FormInstant name="reviewedAt" label={t('care.review.at')} required present />
      <FormYesNo name="seenChild" label={t('care.review.seenChild')} required />
      <FormAnswer name="suitable" label={t('care.review.suitable')} required />
      <FormAnswer name="carerFit" label={t('care.review.carerFit')} required />
      <FormText name="findings" label={t('care.review.findings')} rows={3} required />
      <ChildVoiceFields />
      <FormDate
        name="nextReviewOn"
        label={t('care.review.nextOn')}
        help={t('care.review.nextHelp')}
        required
      />
    </>
  );
}

/** 结束安置. */
export function EndPlacementFields() {
  const t = useText();
  const exits = useCodes('CARE_EXITS').filter(({ code }) => !OWN_ACTION.includes(code));
  return (
    <>
      <FormSelect name="reason" label={t('care.end.reason')} options={exits} required />
      <FormDate name="endedOn" label={t('care.end.on')} required present />
      <FormText name="note" label={t('care.end.note')} rows={3} required />
      <ChildVoiceFields />
    </>
  );
}

interface EndCustodyValues {
  reason?: string;
  longTermGround?: string;
}

/** 结束临时监护; 长期监护 only in a situation of 未成年人保护法94. */
export function EndCustodyFields() {
  const t = useText();
  const exits = useCodes('CARE_EXITS').filter(({ code }) => code !== 'CHANGED');
  const grounds = useCodes('LONG_TERM_GROUNDS');
  const [reason, ground] = useWatch<EndCustodyValues, ['reason', 'longTermGround']>({
    name: ['reason', 'longTermGround'],
  });
  return (
    <>
      <FormSelect name="reason" label={t('care.end.reason')} options={exits} required />
      <FormDate name="endedOn" label={t('care.end.on')} required present />
      {reason === 'LONG_TERM' && (
        <>
          <FormSelect
            name="longTermGround"
            label={t('care.end.longTermGround')}
            options={grounds}
            help={t('care.end.longTermHelp')}
            required
          />
          <FormText
            name="judgmentNo"
            label={t('care.end.judgmentNo')}
            maxLength={100}
            required={ground === 'LT4'}
          />
        </>
      )}
      <FormText name="note" label={t('care.end.custodyNote')} rows={2} />
      <ChildVoiceFields />
    </>
  );
}

/** 延长临时监护. */
export function ExtendCustodyFields() {
  const t = useText();
  return (
    <>
      <FormText name="leaderName" label={t('care.extend.leader')} maxLength={100} required />
      <FormText name="reason" label={t('care.extend.reason')} rows={3} required />
      <ChildVoiceFields />
    </>
  );
}

/** 通知监护人领回 (D14). */
export function NotifyReturnFields() {
  const t = useText();
  return (
    <>
      <FormInstant name="notifiedAt" label={t('care.notice.at')} required present />
      <FormText name="guardianName" label={t('care.notice.guardian')} maxLength={100} required />
      <FormText name="conditions" label={t('care.notice.conditions')} rows={3} required />
      <FormText name="followUpPlan" label={t('care.notice.followUp')} rows={2} required />
      <ChildVoiceFields />
    </>
  );
}

/** 公安案件情况说明. */
export function PoliceReportFields() {
  const t = useText();
  const outcomes = useCodes('POLICE_OUTCOMES');
  return (
    <>
      <FormInstant name="receivedAt" label={t('care.police.at')} required present />
      <FormSelect name="outcome" label={t('care.police.outcome')} options={outcomes} required />
      <FormText name="documentNo" label={t('care.police.documentNo')} maxLength={100} />
      <FormText name="summary" label={t('care.police.summary')} rows={4} maxLength={4000} required />
    </>
  );
}
