import { Box } from '@mui/material';
import { useEffect } from 'react';
import { useFormContext } from 'react-hook-form';
import { Section } from '../../components';
import { FormChecks, FormSelect, FormText, FormYesNo } from '../../components/fields';
import { useText } from '../../i18n/use-text';
import { useCodes } from '../../lib';

/** 人身安全保护令 (反家庭暴力法23, 29; 法释〔2022〕17号6). */
export function ProtectionFields() {
  const t = useText();
  return (
    <Section title={t('measure.protection')}>
      <FormYesNo name="urgent" label={t('measure.urgent')} help={t('measure.urgentHelp')} required />
      <FormChecks name="terms" label={t('measure.terms')} options={useCodes('PO_MEASURES')} required />
      <FormChecks
        name="evidence"
        label={t('measure.evidence')}
        help={t('measure.evidenceHelp')}
        options={useCodes('EVIDENCE_TYPES')}
        required
      />
    </Section>
  );
}

/** 撤销监护人资格 (民法典36; 24号文27–35): who applies, why, and each item of the evidence pack. */
export function RevocationFields() {
  const t = useText();
  const items = useCodes('REVOKE_EVIDENCE_PACK');
  return (
    <>
      <Section title={t('measure.revocation')}>
        <FormSelect
          name="applicant"
          label={t('measure.applicant')}
          options={useCodes('REVOKE_APPLICANTS')}
          required
        />
        <FormChecks
          name="grounds"
          label={t('measure.grounds')}
          options={useCodes('REVOKE_GROUNDS')}
          required
        />
        <FormText
          name="noConferenceReason"
          label={t('measure.noConferenceReason')}
          help={t('measure.noConferenceHelp')}
          rows={2}
        />
      </Section>
      <Section title={t('measure.pack')}>
        {items.map(({ code, name }, index) => (
          <PackItem key={code} index={index} code={code} name={name} />
        ))}
      </Section>
    </>
  );
}

function PackItem({ index, code, name }: { index: number; code: string; name: string }) {
  const t = useText();
  const { watch, setValue } = useFormContext();
  const present: unknown = watch(`pack.${index}.present`);
  useEffect(() => setValue(`pack.${index}.item`, code), [setValue, index, code]);
  return (
    <Box>
      <FormYesNo name={`pack.${index}.present`} label={name} required />
      {present === false && (
        <FormText name={`pack.${index}.note`} label={t('measure.packMissing', { name })} rows={1} required />
      )}
    </Box>
  );
}

/** 恢复监护人资格 (民法典38). */
export function RestorationFields() {
  const t = useText();
  return (
    <Section title={t('measure.restoration')}>
      <FormYesNo
        name="deliberateCrime"
        label={t('measure.deliberateCrime')}
        help={t('measure.deliberateCrimeHelp')}
        required
      />
      <FormText
        name="outsideWindowReason"
        label={t('measure.outsideWindow')}
        help={t('measure.outsideWindowHelp')}
        rows={2}
      />
    </Section>
  );
}
