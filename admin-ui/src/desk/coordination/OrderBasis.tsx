import { Typography } from '@mui/material';
import type { OrderTerms } from '../../api';
import { useText } from '../../i18n/use-text';
import type { Text } from '../../i18n/use-text';

/** When and by which article the routing table calls an agency; nothing for a task of one's own. */
export function OrderBasis({ terms }: { terms: OrderTerms }) {
  const t = useText();
  if (terms.article === null && terms.conditionName === null) return null;
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
      {[terms.conditionName, terms.article, basisText(terms, t)].filter(Boolean).join(' · ')}
    </Typography>
  );
}

/** The article is the agency's duty itself, or the assignment is this system's reading of it. */
function basisText({ basis }: OrderTerms, t: Text): string | null {
  if (basis === 'S') return t('triage.basisStatutory');
  return basis === 'D' ? t('triage.basisProposed') : basis;
}
