import { Alert, AlertTitle, Box, Link, Typography } from '@mui/material';
import { Link as RouterLink } from 'react-router-dom';
import type { Case, CaseAlert } from '../../api';
import { Facts, Section } from '../../components';
import { useText } from '../../i18n/use-text';
import { formatInstant } from '../../lib';
import { WatchLinks } from '../../stages/monitoring/watch/WatchLinks';
import { ChildFacts } from './ChildFacts';

/** The case in one screen: why it exists, the child, the people around it. */
export function OverviewTab({ file }: { file: Case }) {
  const t = useText();
  const worker = [file.workerAgencyName, file.workerUserName].filter(Boolean).join(' · ');
  return (
    <>
      <Alerts alerts={file.alerts ?? []} />
      <Section title={t('case.why')}>
        <Typography sx={{ whiteSpace: 'pre-line', mb: 2 }}>{file.summary ?? '—'}</Typography>
        <Facts
          facts={[
            { label: t('report.situations'), value: file.situationNames.join('；') },
            { label: t('field.region'), value: file.regionName },
            { label: t('case.openedAt'), value: formatInstant(file.openedAt) },
            { label: t('case.closedAt'), value: formatInstant(file.closedAt) },
            { label: t('case.ownerAgency'), value: file.ownerAgencyName },
            { label: t('case.worker'), value: worker },
            { label: t('road.caseReports'), value: <ReportLinks file={file} /> },
            { label: t('case.siblings'), value: <Siblings file={file} /> },
          ]}
        />
      </Section>
      {file.child !== null && (
        <Section title={t('field.child')}>
          <ChildFacts person={file.child} />
        </Section>
      )}
      {file.parties !== null && file.parties.length > 0 && (
        <Section title={t('case.parties')}>
          {file.parties.map(({ person, roleName, relationName }) => (
            <Box key={person.id} sx={{ mb: 2 }}>
              <Typography component="h3" sx={{ fontWeight: 600, mb: 0.5 }}>
                {[roleName, relationName].filter(Boolean).join(' · ')}
              </Typography>
              <ChildFacts person={person} />
            </Box>
          ))}
        </Section>
      )}
      <WatchLinks filter={{ caseId: file.id }} />
    </>
  );
}

/** 提示: what a tired reader should not overlook, and what to do about it. */
function Alerts({ alerts }: { alerts: readonly CaseAlert[] }) {
  const t = useText();
  if (alerts.length === 0) return null;
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      <AlertTitle>{t('case.alerts')}</AlertTitle>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {alerts.map(({ code, title, advice }) => (
          <li key={code}>
            <b>{title}</b>：{advice}
          </li>
        ))}
      </Box>
    </Alert>
  );
}

/** Reports this case came from or was joined by, and those somebody still has to look at. */
function ReportLinks({ file: { reports } }: { file: Case }) {
  if (reports === null || reports.length === 0) return <>—</>;
  return (
    <>
      {reports.map(({ id, reportNo, how, howName }) => (
        <Box key={`${how}-${reportNo}`}>
          {id === null ? (
            reportNo
          ) : (
            <Link component={RouterLink} to={`/reports/${id}`}>
              {reportNo}
            </Link>
          )}{' '}
          {how === 'opened' ? '' : howName}
        </Box>
      ))}
    </>
  );
}

function Siblings({ file: { siblings } }: { file: Case }) {
  if (siblings === null || siblings.length === 0) return <>—</>;
  return (
    <>
      {siblings.map(({ id, caseNo }) => (
        <Link key={id} component={RouterLink} to={`/cases/${id}`} sx={{ mr: 1 }}>
          {caseNo}
        </Link>
      ))}
    </>
  );
}
