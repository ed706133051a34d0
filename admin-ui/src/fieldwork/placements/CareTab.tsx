import { Box, Chip, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { Case, Custody, Handover, MedicalRecord, Placement, PlacementReview } from '../../api';
import { voiceFacts } from '../../casefile/sections/AssessmentsTab';
import { EmptyState, Facts, Section } from '../../components';
import type { Fact } from '../../components';
import { useText } from '../../i18n/use-text';
import type { Text } from '../../i18n/use-text';
import { formatInstant } from '../../lib';
import { CustodyDays } from './CustodyDays';

/** 安置与临时监护: where the child is, by what right, and how it came there. */
export function CareTab({ file }: { file: Case }) {
  const t = useText();
  const { custodies, placements, handovers, medicalRecords } = file;
  const parts = [custodies, placements, handovers, medicalRecords];
  if (parts.every((part) => (part ?? []).length === 0))
    return <EmptyState title={t('care.emptyTitle')} hint={t('care.emptyHint')} />;
  const hidden = (field: string): boolean => file._masked.includes(field);
  return (
    <>
      {newestFirst(placements).map((placement) => (
        <PlacementView key={placement.id} placement={placement} masked={hidden('placements.place')} />
      ))}
      {newestFirst(custodies).map((custody) => (
        <CustodyView key={custody.id} custody={custody} />
      ))}
      {newestFirst(handovers).map((handover) => (
        <HandoverView key={handover.id} handover={handover} masked={hidden('handovers.place')} />
      ))}
      {newestFirst(medicalRecords).map((record) => (
        <MedicalView key={record.id} record={record} masked={hidden('medicalRecords.hospital')} />
      ))}
    </>
  );
}

function PlacementView({ placement, masked }: { placement: Placement; masked: boolean }) {
  const t = useText();
  const { place, endedOn } = placement;
  const carer = [place?.carerName, place?.carerRelation, place?.carerPhone].filter(Boolean).join(' · ');
  const keeper = place?.agencyName ?? carer;
  return (
    <Section title={t(endedOn === null ? 'care.place.now' : 'care.place.past', { on: placement.startedOn })}>
      <Facts
        facts={[
          { label: t('care.place.kind'), value: place?.kindName, masked },
          { label: t('care.place.keeper'), value: keeper, masked },
          { label: t('care.place.address'), value: place?.address, masked },
          { label: t('care.place.basis'), value: placement.basisName },
          placement.consentBy === null
            ? null
            : { label: t('care.place.consentBy'), value: placement.consentBy },
          { label: t('care.place.reason'), value: placement.reason },
          { label: t('care.place.plannedEndOn'), value: placement.plannedEndOn },
          endedOn === null
            ? { label: t('care.review.nextOn'), value: <b>{placement.nextReviewOn}</b> }
            : null,
          ...voiceFacts(placement, t),
          { label: t('field.by'), value: placement.placedByName },
          endedOn === null ? null : { label: t('care.end.on'), value: endedOn },
          endedOn === null ? null : { label: t('care.end.reason'), value: placement.endReasonName },
          placement.endNote === null ? null : { label: t('care.end.note'), value: placement.endNote },
        ]}
      />
      {placement.returnNotices.map((notice) => (
        <Sub key={notice.id} title={t('care.notice.recorded', { at: formatInstant(notice.notifiedAt) })}>
          <Facts
            facts={[
              { label: t('care.notice.guardian'), value: notice.guardianName },
              { label: t('care.notice.conditions'), value: notice.conditions },
              { label: t('care.notice.followUp'), value: notice.followUpPlan },
              ...voiceFacts(notice, t),
            ]}
          />
        </Sub>
      ))}
      {newestFirst(placement.reviews).map((review) => (
        <ReviewView key={review.id} review={review} />
      ))}
    </Section>
  );
}

function ReviewView({ review }: { review: PlacementReview }) {
  const t = useText();
  return (
    <Sub title={t('care.review.recorded', { at: formatInstant(review.reviewedAt) })}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', mb: 1 }}>
        <Answer label={t('care.review.seenChild')} answer={review.seenChild ? 'yes' : 'no'} />
        <Answer label={t('care.review.suitable')} answer={review.suitable} />
        <Answer label={t('care.review.carerFit')} answer={review.carerFit} />
      </Stack>
      <Facts
        facts={[
          { label: t('care.review.findings'), value: review.findings },
          ...(review.seenChild ? voiceFacts(review, t) : []),
          { label: t('care.review.nextOn'), value: review.nextReviewOn },
          { label: t('field.by'), value: review.reviewedByName },
        ]}
      />
    </Sub>
  );
}

const COLOUR = { yes: 'success', no: 'error', unknown: 'warning' } as const;

function Answer({ label, answer }: { label: string; answer: keyof typeof COLOUR }) {
  const t = useText();
  return (
    <Chip
      variant="outlined"
      color={COLOUR[answer]}
      label={`${label}：${t(`answer.${answer}`)}`}
      sx={{ height: 'auto', minHeight: 32, '& .MuiChip-label': { whiteSpace: 'normal' } }}
    />
  );
}

function CustodyView({ custody }: { custody: Custody }) {
  const t = useText();
  return (
    <Section title={t('care.custody.recorded', { on: custody.startedOn })}>
      <Facts
        facts={[
          {
            label: t('care.custody.days'),
            value: (
              <CustodyDays days={custody.days} band={custody.state === 'running' ? custody.band : null} />
            ),
          },
          { label: t('care.custody.situations'), value: custody.reasonNames.join('；\n') },
          { label: t('care.custody.facts'), value: custody.facts },
          {
            label: t('care.custody.guardianTold'),
            value: t(custody.guardianTold ? 'answer.yes' : 'answer.no'),
          },
          {
            label: t(custody.guardianTold ? 'care.custody.howTold' : 'care.custody.whyNotTold'),
            value: custody.guardianNotice,
          },
          ...voiceFacts(custody, t),
          by(t, custody.decidedByName, custody.decidedAt),
          custody.endedOn === null ? null : { label: t('care.end.on'), value: custody.endedOn },
          custody.endedOn === null ? null : { label: t('care.end.reason'), value: custody.endReasonName },
          custody.longTermGroundName === null
            ? null
            : { label: t('care.end.longTermGround'), value: custody.longTermGroundName },
          custody.judgmentNo === null ? null : { label: t('care.end.judgmentNo'), value: custody.judgmentNo },
          custody.endNote === null ? null : { label: t('care.end.custodyNote'), value: custody.endNote },
        ]}
      />
      {custody.extensions.map((extension) => (
        <Sub
          key={extension.id}
          title={t('care.extend.recorded', { at: formatInstant(extension.extendedAt) })}
        >
          <Facts
            facts={[
              { label: t('care.extend.leader'), value: extension.leaderName },
              { label: t('care.extend.reason'), value: extension.reason },
              ...voiceFacts(extension, t),
              { label: t('field.by'), value: extension.extendedByName },
            ]}
          />
        </Sub>
      ))}
    </Section>
  );
}

function HandoverView({ handover, masked }: { handover: Handover; masked: boolean }) {
  const t = useText();
  const statement = handover.policeStatement;
  return (
    <Section title={t('care.handover.recorded', { at: formatInstant(handover.handedAt) })}>
      <Facts
        facts={[
          {
            label: t('care.handover.from'),
            value: [handover.fromPartyName, handover.handedBy].filter(Boolean).join(' · '),
          },
          {
            label: t('care.handover.to'),
            value: [handover.toPartyName, handover.receivedBy].filter(Boolean).join(' · '),
            masked,
          },
          { label: t('care.handover.place'), value: handover.place, masked },
          handover.reason === null ? null : { label: t('care.handover.reason'), value: handover.reason },
          { label: t('care.handover.health'), value: handover.health },
          { label: t('care.handover.belongings'), value: handover.belongings },
          handover.commitment === null
            ? null
            : { label: t('care.home.commitment'), value: handover.commitment },
          {
            label: t('care.handover.guardianInformed'),
            value: t(handover.guardianInformed ? 'answer.yes' : 'answer.no'),
          },
          handover.fromParty === 'POLICE'
            ? {
                label: t('care.handover.rightsNotice'),
                value: t(handover.rightsNotice ? 'answer.yes' : 'answer.no'),
              }
            : null,
          ...voiceFacts(handover, t),
          handover.fromParty === 'POLICE'
            ? {
                label: t('care.police.title'),
                value:
                  statement === null
                    ? t('care.police.waiting')
                    : [statement.outcomeName, statement.documentNo, statement.summary]
                        .filter(Boolean)
                        .join('\n'),
              }
            : null,
        ]}
      />
    </Section>
  );
}

function MedicalView({ record, masked }: { record: MedicalRecord; masked: boolean }) {
  const t = useText();
  return (
    <Section title={`${record.kindName} · ${formatInstant(record.visitedAt)}`}>
      <Facts
        facts={[
          { label: t('care.medical.hospital'), value: record.hospital, masked },
          { label: t('safety.injuries'), value: record.injuries },
          { label: t('care.medical.diagnosis'), value: record.diagnosis },
          { label: t('care.medical.treatment'), value: record.treatment },
          {
            label: t('care.medical.authorisedBy'),
            value: [record.authorisedByName, record.authoriserName].filter(Boolean).join(' · '),
          },
          { label: t('care.medical.costBearer'), value: record.costBearerName },
          { label: t('field.by'), value: record.recordedByName },
        ]}
      />
    </Section>
  );
}

function Sub({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box sx={{ mt: 2, pt: 2, borderTop: '1px solid', borderColor: 'divider' }}>
      <Typography component="h3" sx={{ fontWeight: 600, mb: 1 }}>
        {title}
      </Typography>
      {children}
    </Box>
  );
}

/** A copy: what came last is read first. */
function newestFirst<T>(records: readonly T[] | null): T[] {
  return [...(records ?? [])].reverse();
}

function by(t: Text, name: string | null, at: string): Fact {
  return { label: t('field.by'), value: [name, formatInstant(at)].filter(Boolean).join(' · ') };
}
