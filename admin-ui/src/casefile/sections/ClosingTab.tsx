import Check from '@mui/icons-material/CheckCircleOutlined';
import Close from '@mui/icons-material/HighlightOff';
import { Box, Stack } from '@mui/material';
import type { Closing } from '../../api';
import { EmptyState, Facts, Section } from '../../components';
import { useText } from '../../i18n/use-text';
import { formatInstant, useCodes } from '../../lib';
import { voiceFacts } from './AssessmentsTab';

/** 结案: who asked, what was checked, who signed. */
export function ClosingTab({ closing }: { closing: Closing | null }) {
  const t = useText();
  const checks = useCodes('CLOSING_CHECKS');
  if (closing === null) return <EmptyState title={t('closing.emptyTitle')} hint={t('closing.emptyHint')} />;
  return (
    <Section title={t('tab.closing')}>
      <Facts
        facts={[
          { label: t('field.state'), value: closing.stateName },
          { label: t('closing.reason'), value: closing.reasonName },
          { label: t('closing.riskLevel'), value: closing.riskLevelName },
          { label: t('closing.note'), value: closing.note },
          ...voiceFacts(closing, t),
          {
            label: t('closing.requested'),
            value: [closing.requestedByName, formatInstant(closing.requestedAt)].filter(Boolean).join(' · '),
          },
          {
            label: t('lifecycle.endorsed'),
            value: !closing.needsEndorsement
              ? t('lifecycle.noEndorsement')
              : closing.endorsedAt === null
                ? t('lifecycle.notEndorsed')
                : [closing.endorsedByName, formatInstant(closing.endorsedAt)].filter(Boolean).join(' · '),
          },
          closing.endorsement === null
            ? null
            : { label: t('lifecycle.endorsement'), value: closing.endorsement },
          {
            label: t('closing.signed'),
            value:
              closing.signedAt === null
                ? t('closing.notSigned')
                : [closing.signedByName, formatInstant(closing.signedAt)].filter(Boolean).join(' · '),
          },
        ]}
      />
      <Box component="ul" sx={{ listStyle: 'none', p: 0, mt: 2 }} aria-label={t('closing.checklist')}>
        {checks.map(({ code, name }) => {
          const done = closing.checklist[code] === true;
          return (
            <Stack
              key={code}
              component="li"
              direction="row"
              spacing={1}
              sx={{ alignItems: 'center', py: 0.5 }}
            >
              {done ? <Check color="success" /> : <Close color="error" />}
              <span>
                {name}：{t(done ? 'answer.yes' : 'answer.no')}
              </span>
            </Stack>
          );
        })}
      </Box>
    </Section>
  );
}
