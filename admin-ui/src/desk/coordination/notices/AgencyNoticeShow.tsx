import { Alert, Button, Typography } from '@mui/material';
import { useEffect } from 'react';
import { Link, useParams } from 'react-router-dom';
import { ActionBar } from '../../../access';
import type { AgencyNotice } from '../../../api';
import { Facts, PageHeading, RecordPage, Section } from '../../../components';
import { useText } from '../../../i18n/use-text';
import { formatInstant, useAct } from '../../../lib';
import { agencyNoticeForms } from './agency-notice-forms';

/** One notice. Opening it is reading it: the first reader of the agency is written down. */
export function AgencyNoticeShow() {
  const { id = '' } = useParams();
  return (
    <RecordPage<AgencyNotice> resource="agency-notices" id={id}>
      {(notice) => <NoticePage notice={notice} />}
    </RecordPage>
  );
}

function NoticePage({ notice }: { notice: AgencyNotice }) {
  const t = useText();
  useMarkRead(notice);
  return (
    <>
      <PageHeading title={t('inform.title', { no: notice.caseNo })}>
        <Typography sx={{ fontWeight: 600 }}>{notice.stateName}</Typography>
      </PageHeading>
      <ActionBar resource="agency-notices" record={notice} forms={agencyNoticeForms} only={['record-told']} />
      <Section title={t('inform.what')}>
        <Typography sx={{ fontSize: '1.15rem', fontWeight: 600 }}>{notice.text}</Typography>
        <Alert severity="info" sx={{ my: 2 }}>
          {t('inform.discreet')}
        </Alert>
        <NoticeFacts notice={notice} />
        {notice.case !== null && (
          <Button
            component={Link}
            to={`/cases/${notice.case.caseId}?tab=orders`}
            variant="outlined"
            sx={{ mt: 2 }}
          >
            {t('order.openCase', { no: notice.caseNo })}
          </Button>
        )}
      </Section>
    </>
  );
}

function NoticeFacts({ notice }: { notice: AgencyNotice }) {
  const t = useText();
  const { readAt, readByName, toldAt, toldByName, toldHowName } = notice;
  const said = (parts: (string | null)[]): string => parts.filter(Boolean).join(' · ');
  return (
    <Facts
      facts={[
        { label: t('inform.no'), value: notice.caseNo },
        { label: t('inform.agency'), value: notice.agencyName },
        { label: t('inform.call'), value: said([notice.informedByAgencyName, notice.informedByName]) },
        { label: t('inform.at'), value: formatInstant(notice.informedAt) },
        { label: t('inform.basis'), value: notice.basis },
        notice.case === null ? null : { label: t('inform.mind'), value: notice.case.task },
        readAt === null
          ? null
          : { label: t('inform.readBy'), value: said([readByName, formatInstant(readAt)]) },
        toldAt === null
          ? null
          : { label: t('inform.told'), value: said([toldHowName, formatInstant(toldAt), toldByName]) },
      ]}
    />
  );
}

/** The server keeps the first reader, so a second call changes nothing. */
function useMarkRead({ id, allowedActions }: AgencyNotice): void {
  const { run } = useAct<object>('agency-notices', id, 'read');
  const isUnread = allowedActions.some(({ action }) => action === 'read');
  useEffect(() => {
    if (isUnread) void run({});
    // `run` is made anew on every render; reading is for the record that was opened.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [id, isUnread]);
}
