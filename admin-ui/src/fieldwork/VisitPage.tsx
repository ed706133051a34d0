import { Box } from '@mui/material';
import { serverNow } from '../api';
import { CaseActionPage } from '../casefile/CaseActionPage';
import { LARGE } from '../components';
import { useText } from '../i18n/use-text';
import { VisitFields } from './VisitFields';
import type { VisitFormValues } from './VisitFields';

/** 走访 in a case. */
export function VisitPage() {
  const t = useText();
  return (
    <Box sx={LARGE}>
      <CaseActionPage<VisitFormValues>
        action="record-visit"
        title={t('visit.title')}
        hint={t('visit.hint')}
        tab="visits"
        defaults={() => ({
          visitType: 'HOME_VISIT',
          visitedAt: new Date(serverNow()).toISOString(),
          items: {},
        })}
      >
        {() => <VisitFields />}
      </CaseActionPage>
    </Box>
  );
}
