import { Box, Button, Typography } from '@mui/material';
import type { DemoAccount } from '../api';
import { useText } from '../i18n/use-text';
import type { Credentials } from '../providers';

interface DemoAccountsProps {
  accounts: readonly DemoAccount[];
  pending: boolean;
  onChoose: (credentials: Credentials) => Promise<void>;
}

/** One button per role of the demo, with what to try first. */
export function DemoAccounts({ accounts, pending, onChoose }: DemoAccountsProps) {
  const t = useText();
  return (
    <Box sx={{ flex: 1, width: '100%' }}>
      <Typography component="h2" variant="h6" sx={{ fontWeight: 700 }}>
        {t('auth.demoTitle')}
      </Typography>
      <Typography sx={{ color: 'text.secondary', mb: 1.5 }}>{t('auth.demoHint')}</Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, gap: 1.5 }}>
        {accounts.map(({ roleName, username, password, hint }) => (
          <Button
            key={username}
            variant="outlined"
            disabled={pending}
            onClick={() => void onChoose({ username, password })}
            sx={{
              flexDirection: 'column',
              alignItems: 'flex-start',
              textAlign: 'left',
              p: 1.5,
              bgcolor: 'background.paper',
            }}
          >
            <span>{t('auth.as', { role: roleName })}</span>
            <Typography component="span" variant="body2" sx={{ color: 'text.secondary', fontWeight: 400 }}>
              {hint}
            </Typography>
          </Button>
        ))}
      </Box>
    </Box>
  );
}
