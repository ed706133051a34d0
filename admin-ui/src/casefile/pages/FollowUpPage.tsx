import { Box } from '@mui/material';
import { serverNow } from '../../api';
import { LARGE, Section } from '../../components';
import { ChildVoiceFields, FormChoice, FormInstant, FormText, FormYesNo } from '../../components/fields';
import { useText } from '../../i18n/use-text';
import { useCodes } from '../../lib';
import { CaseActionPage } from '../CaseActionPage';

/** 跟踪回访: how the child is after the case was closed; filled in at a door, on a phone. */
export function FollowUpPage() {
  const t = useText();
  const states = useCodes('FOLLOW_UP_STATES');
  const advice = useCodes('FOLLOW_UP_ADVICE');
  return (
    <Box sx={LARGE}>
      <CaseActionPage
        action="record-follow-up"
        title={t('followUp.title')}
        hint={t('followUp.hint')}
        tab="aftercare"
        defaults={() => ({ followedAt: new Date(serverNow()).toISOString() })}
      >
        {() => (
          <>
            <Section title={t('followUp.when')}>
              <FormInstant name="followedAt" label={t('followUp.followedAt')} required present />
              <FormYesNo name="seenChild" label={t('visit.seenChild')} required />
              <FormYesNo
                name="spokeAlone"
                label={t('visit.spokeAlone')}
                help={t('visit.spokeAloneHelp')}
                required
              />
              <FormYesNo name="guardianPresent" label={t('visit.guardianPresent')} required />
            </Section>
            <Section title={t('followUp.what')}>
              <FormChoice name="state" label={t('followUp.state')} options={states} inline required />
              <FormText
                name="problems"
                label={t('followUp.problems')}
                help={t('followUp.problemsHelp')}
                rows={3}
                maxLength={5000}
              />
              <ChildVoiceFields />
              <FormChoice
                name="advice"
                label={t('followUp.advice')}
                help={t('followUp.adviceHelp')}
                options={advice}
                required
              />
            </Section>
          </>
        )}
      </CaseActionPage>
    </Box>
  );
}
