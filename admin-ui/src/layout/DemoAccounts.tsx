import { Box, Button, Typography } from '@mui/material';
import type { DemoAccount } from '../api';
import { useText } from '../i18n/use-text';
import type { Credentials } from '../providers';

interface DemoAccountsProps {
  accounts: readonly DemoAccount[];
  pending: boolean;
  onChoose: (credentials: Credentials) => Promise<void>;
}

const LEVELS: readonly DemoAccount['level'][] = ['district', 'township', 'village', 'unit'];

/** The accounts of the demo by level, from the district down to single units; further ones of a role below. */
export function DemoAccounts({ accounts, ...buttons }: DemoAccountsProps) {
  const t = useText();
  const firstOfRole = accounts.filter(
    ({ role, level }, index) =>
      accounts.findIndex((other) => other.role === role && other.level === level) === index,
  );
  const others = accounts.filter((account) => !firstOfRole.includes(account));
  return (
    <Box sx={{ flex: 1, width: '100%' }}>
      <Typography component="h2" variant="h6" sx={{ fontWeight: 700 }}>
        {t('auth.demoTitle')}
      </Typography>
      <Typography sx={{ color: 'text.secondary', mb: 1.5 }}>{t('auth.demoHint')}</Typography>
      <Levels accounts={firstOfRole} {...buttons} />
      {others.length > 0 && (
        <Box component="details" sx={{ mt: 1.5 }}>
          <Box component="summary" sx={{ cursor: 'pointer', minHeight: 44, fontWeight: 600 }}>
            {t('auth.moreAccounts')}
          </Box>
          <Levels accounts={others} {...buttons} />
        </Box>
      )}
    </Box>
  );
}

function Levels({ accounts, ...buttons }: DemoAccountsProps) {
  const t = useText();
  return LEVELS.map((level) => {
    const here = accounts.filter((account) => account.level === level);
    if (here.length === 0) return null;
    return (
      <Box component="section" key={level} sx={{ mb: 2 }}>
        <Typography component="h3" sx={{ fontWeight: 600, mb: 0.75 }}>
          {t(`auth.level.${level}`)}
        </Typography>
        <Accounts accounts={here} {...buttons} />
      </Box>
    );
  });
}

function Accounts({ accounts, pending, onChoose }: DemoAccountsProps) {
  const t = useText();
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, gap: 1.5 }}>
      {accounts.map(({ roleName, username, password, hint }) => (
        <Button
          key={username}
          variant="outlined"
          disabled={pending}
          onClick={() => void onChoose({ username, password })}
          sx={CARD}
        >
          <span>{t('auth.as', { role: roleName })}</span>
          <Typography component="span" variant="body2" sx={{ color: 'text.secondary', fontWeight: 400 }}>
            {hint}
          </Typography>
        </Button>
      ))}
    </Box>
  );
}

const CARD = {
  flexDirection: 'column',
  alignItems: 'flex-start',
  justifyContent: 'flex-start',
  textAlign: 'left',
  p: 1.5,
  bgcolor: 'background.paper',
} as const;
