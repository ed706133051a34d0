import { Box, Chip, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import type { ServiceItem } from '../../api';
import { Section } from '../../components';
import { useText } from '../../i18n/use-text';
import { formatInstant } from '../../lib';

const COLOUR = {
  draft: 'default',
  planned: 'default',
  ongoing: 'info',
  done: 'success',
  cancelled: 'default',
  dropped: 'default',
} as const;

/** 帮扶服务 one by one; what a plan that was never carried out had in mind is left out. */
export function ServicesSection({ services }: { services: readonly ServiceItem[] }) {
  const t = useText();
  const shown = services.filter(({ state }) => state !== 'dropped');
  if (shown.length === 0) return null;
  return (
    <Section title={t('plan.services')}>
      <div style={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={t('plan.services')}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{t('plan.supportType')}</TableCell>
              <TableCell>{t('plan.provider')}</TableCell>
              <TableCell>{t('plan.dueOn')}</TableCell>
              <TableCell>{t('field.state')}</TableCell>
              <TableCell>{t('plan.result')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {shown.map((service) => (
              <TableRow key={service.id}>
                <TableCell>{service.supportTypeName}</TableCell>
                <TableCell>{service.provider}</TableCell>
                <TableCell>{service.dueOn}</TableCell>
                <TableCell>
                  <ServiceState service={service} />
                </TableCell>
                <TableCell>{service.result ?? '—'}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </Section>
  );
}

function ServiceState({ service: { state, stateName, startedAt, completedAt } }: { service: ServiceItem }) {
  const t = useText();
  const when =
    completedAt !== null
      ? t(state === 'cancelled' ? 'plan.cancelled' : 'plan.completed', { at: formatInstant(completedAt) })
      : startedAt !== null
        ? t('plan.started', { at: formatInstant(startedAt) })
        : null;
  return (
    <Box>
      <Chip size="small" color={COLOUR[state]} label={stateName} />
      {when !== null && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {when}
        </Typography>
      )}
    </Box>
  );
}
