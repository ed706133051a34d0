import { Chip, Stack, Typography } from '@mui/material';
import type { CaseTransfer, TransferSheet } from '../../api';
import { Facts } from '../../components';
import { useText } from '../../i18n/use-text';
import { formatInstant } from '../../lib';

/** One transfer: where it went, what was answered. */
export function TransferView({ transfer }: { transfer: CaseTransfer }) {
  const t = useText();
  const { reply } = transfer;
  const answer = [reply?.person, reply?.receiptNo, formatInstant(transfer.answeredAt)];
  return (
    <Stack sx={{ mb: 3 }}>
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center', mb: 1 }}>
        <Typography component="h3" sx={{ fontWeight: 600 }}>
          {transfer.transferNo}
        </Typography>
        <Chip size="small" variant="outlined" label={transfer.stateName} />
      </Stack>
      <Facts
        facts={[
          {
            label: t(transfer.box === 'incoming' ? 'transfer.from' : 'transfer.to'),
            value: transfer.box === 'incoming' ? transfer.fromDistrictName : transfer.destination,
          },
          { label: t('transfer.requestedAt'), value: formatInstant(transfer.requestedAt) },
          transfer.contact === null ? null : { label: t('transfer.contact'), value: transfer.contact },
          {
            label: t('transfer.reply'),
            value: transfer.answeredAt === null ? t('transfer.noReply') : answer.filter(Boolean).join(' · '),
          },
          reply?.note == null ? null : { label: t('transfer.replyNote'), value: reply.note },
        ]}
      />
    </Stack>
  );
}

/** 交接单, as it was sent. */
export function SheetFacts({ sheet }: { sheet: TransferSheet }) {
  const t = useText();
  const { child } = sheet;
  const people = sheet.guardians.map(({ name, relationName, phone }) =>
    [name, relationName, phone].filter(Boolean).join(' · '),
  );
  return (
    <Facts
      facts={[
        {
          label: t('field.child'),
          value: [child.name, child.birthDate].filter(Boolean).join(' · '),
        },
        { label: t('field.school'), value: sheet.school },
        { label: t('transfer.address'), value: sheet.address },
        { label: t('field.guardian'), value: people.join('\n') },
        { label: t('report.suspects'), value: sheet.suspects.join('、') },
        { label: t('case.risk'), value: sheet.riskLevelName ?? t('case.notAssessed') },
        { label: t('case.why'), value: sheet.summary },
        { label: t('transfer.reason'), value: sheet.reason },
        { label: t('transfer.done'), value: sheet.done },
        { label: t('transfer.open'), value: sheet.open },
        { label: t('transfer.mustNotKnow'), value: sheet.mustNotKnow },
        {
          label: t('report.police'),
          value:
            sheet.policeToldAt === null
              ? t('report.policeNotTold')
              : [formatInstant(sheet.policeToldAt), sheet.policeReceiptNo].filter(Boolean).join(' · '),
        },
      ]}
    />
  );
}
