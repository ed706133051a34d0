import { useFormContext } from 'react-hook-form';
import { useText } from '../../i18n/use-text';
import { FormText } from './TextFields';

/** 听取儿童意见: what the child says, or why the child was not asked; one of the two. */
export function ChildVoiceFields() {
  const t = useText();
  const opinion = String(useFormContext().watch('childOpinion') ?? '');
  return (
    <>
      <FormText
        name="childOpinion"
        label={t('form.childOpinion')}
        help={t('form.childOpinionHelp')}
        rows={2}
      />
      {opinion.trim() === '' && (
        <FormText name="noOpinionReason" label={t('form.noOpinionReason')} rows={2} required />
      )}
    </>
  );
}
