import { Box, Button, Chip, Link, Paper, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { ActionDialog, canAccess } from '../../../access';
import type { CampaignSheet, ScreenedChild } from '../../../api';
import { useText } from '../../../i18n/use-text';
import type { MessageKey } from '../../../i18n/use-text';
import { formatInstant, useSession } from '../../../lib';
import { sheetForms } from './sheet-forms';

interface ChildProps {
  sheet: CampaignSheet;
  child: ScreenedChild;
}

/** What the two buttons say before a child is recorded, and when it is corrected. */
const LABELS = {
  open: { met: 'sheet.met', notMet: 'sheet.notMet' },
  done: { met: 'sheet.again', notMet: 'sheet.toNotMet' },
  not_met: { met: 'sheet.toMet', notMet: 'sheet.again' },
} as const satisfies Record<ScreenedChild['state'], Record<string, MessageKey>>;

const COLORS = { open: 'default', done: 'success', not_met: 'warning' } as const;

/** One child of a sheet: who it is and how to get there, two big buttons, and what was recorded. */
export function ChildCard({ sheet, child }: ChildProps) {
  const t = useText();
  return (
    <Paper
      component="article"
      variant="outlined"
      aria-label={child.name ?? t('sheet.noName')}
      sx={{
        p: 2,
        mb: 2,
        ...(child.findings.length > 0 ? { borderColor: 'error.main', borderWidth: 2 } : {}),
      }}
    >
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <Typography component="h3" sx={{ fontWeight: 700, fontSize: '1.25rem !important' }}>
          {child.name ?? t('sheet.noName')}
        </Typography>
        <Typography sx={{ color: 'text.secondary' }}>
          {[t(`sex.${child.sex}`), child.age === null ? '' : t('field.years', { age: child.age })]
            .filter(Boolean)
            .join(' · ')}
        </Typography>
        <Chip size="small" color={COLORS[child.state]} variant="outlined" label={child.stateName} />
        {!child.listed && <Chip size="small" label={t('sheet.unlisted')} />}
      </Stack>
      {child.address !== null && <Typography>{child.address}</Typography>}
      {child.categoryNames.length > 0 && (
        <Typography sx={{ color: 'text.secondary' }}>{child.categoryNames.join('、')}</Typography>
      )}
      {child.phone !== null && (
        <Link
          href={`tel:${child.phone}`}
          sx={{ display: 'inline-flex', alignItems: 'center', minHeight: 44 }}
        >
          {t('sheet.call', { phone: child.phone })}
        </Link>
      )}
      <Recorded child={child} />
      <Buttons sheet={sheet} child={child} />
    </Paper>
  );
}

function Recorded({ child }: { child: ScreenedChild }) {
  const t = useText();
  if (child.state === 'open') return null;
  return (
    <Box sx={{ mt: 1 }}>
      {child.notMetReasonName !== null && <Typography>{child.notMetReasonName}</Typography>}
      {child.findingNames.map((name) => (
        <Typography key={name} sx={{ color: 'error.main', fontWeight: 700 }}>
          {t('sheet.finding.notSo', { name })}
        </Typography>
      ))}
      {child.note !== null && <Typography sx={{ whiteSpace: 'pre-line' }}>{child.note}</Typography>}
      <Typography sx={{ color: 'text.secondary' }}>
        {t('sheet.worked', { who: child.workedByName ?? '', at: formatInstant(child.workedAt) })}
      </Typography>
      {child.reportNos.map((no) => (
        <Typography key={no} sx={{ fontWeight: 700 }}>
          {t('sheet.reported', { no })}
        </Typography>
      ))}
    </Box>
  );
}

/** What may be done for this child now; what may not has no button here, the bar above says why. */
function Buttons({ sheet, child }: ChildProps) {
  const t = useText();
  const [met, setMet] = useState<boolean | null>(null);
  const find = (name: string) =>
    sheet.allowedActions.find(({ action, reason }) => action === name && reason === undefined);
  const record = find('record-child');
  const isNew = child.state === 'open';
  const labels = LABELS[child.state];
  const urgent = child.findings.length > 0 && child.reportNos.length === 0;
  return (
    <>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: '1fr 1fr',
          gap: 1.5,
          mt: 1.5,
          '& > :only-child': { gridColumn: '1 / -1' },
        }}
      >
        {record !== undefined && (
          <>
            <Button variant={isNew ? 'contained' : 'outlined'} onClick={() => setMet(true)}>
              {t(labels.met)}
            </Button>
            <Button variant="outlined" onClick={() => setMet(false)}>
              {t(labels.notMet)}
            </Button>
          </>
        )}
      </Box>
      <MoreButtons
        sheet={sheet}
        child={child}
        urgent={urgent}
        mayReport={find('report-finding') !== undefined}
      />
      {met !== null && record !== undefined && (
        <ActionDialog
          resource="campaign-sheets"
          record={sheet}
          action={{
            action: 'record-child',
            label: `${child.name ?? t('sheet.noName')}：${t(met ? 'sheet.met' : 'sheet.notMet')}`,
          }}
          form={{
            ...sheetForms['record-child'],
            defaults: () => ({ taskId: child.taskId, met, findings: [], notMetReason: '', note: '' }),
          }}
          onClose={() => setMet(null)}
        />
      )}
    </>
  );
}

function MoreButtons({
  sheet,
  child,
  urgent,
  mayReport,
}: ChildProps & { urgent: boolean; mayReport: boolean }) {
  const t = useText();
  const { permissions } = useSession();
  const mayPropose = canAccess(permissions, 'watch-items', 'create');
  return (
    <Stack direction="row" useFlexGap spacing={1.5} sx={{ flexWrap: 'wrap', mt: 1.5 }}>
      {mayReport && (
        <Button
          component={RouterLink}
          to={`/campaign-sheets/${sheet.id}/report/${child.taskId}`}
          color="error"
          variant={urgent ? 'contained' : 'text'}
        >
          {t('sheet.report')}
        </Button>
      )}
      {child.watchItemId !== null && (
        <Button component={RouterLink} to={`/watch-items/${child.watchItemId}`} variant="text">
          {t('sheet.file')}
        </Button>
      )}
      {child.watchItemId === null && !child.listed && mayPropose && (
        <Button
          component={RouterLink}
          to={`/watch-items/new?sheet=${sheet.id}&task=${child.taskId}`}
          variant="outlined"
        >
          {t('sheet.propose')}
        </Button>
      )}
    </Stack>
  );
}
