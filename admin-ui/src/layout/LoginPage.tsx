import Shield from '@mui/icons-material/ShieldOutlined';
import { Box, Button, Paper, Stack, Typography } from '@mui/material';
import { useLocaleState, useLogin } from 'ra-core';
import { useEffect, useState } from 'react';
import { useForm, FormProvider } from 'react-hook-form';
import { useNavigate } from 'react-router-dom';
import { request, toProblem } from '../api';
import type { DemoAccount, Problem } from '../api';
import { ProblemAlert, usePageTitle } from '../components';
import { FormText } from '../components/fields';
import { useText } from '../i18n/use-text';
import { loadSession } from '../providers';
import type { Credentials } from '../providers';
import { DemoAccounts } from './DemoAccounts';
import { DemoBand } from './DemoBand';

/** Sign-in: by account, or in a demo by choosing a role. */
export function LoginPage() {
  const t = useText();
  const login = useLogin();
  const navigate = useNavigate();
  const [accounts, setAccounts] = useState<DemoAccount[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, setPending] = useState(false);
  usePageTitle(t('auth.title'));

  useEffect(() => {
    request<DemoAccount[]>('/demo/accounts', { ignoreSessionEnd: true }).then(setAccounts, () =>
      setAccounts(null),
    );
    // Someone already signed in (a reload after a lost connection) goes on to the home page.
    loadSession().then(
      () => navigate('/'),
      () => undefined,
    );
  }, [navigate]);

  const signIn = async (credentials: Credentials): Promise<void> => {
    setPending(true);
    setProblem(null);
    try {
      await login(credentials, '/');
    } catch (error) {
      setProblem(toProblem(error));
    } finally {
      setPending(false);
    }
  };
  return (
    <Box sx={{ minHeight: '100vh', bgcolor: 'background.default' }}>
      {accounts !== null && <DemoBand kind="demo" />}
      <Box component="main" sx={{ maxWidth: 980, mx: 'auto', p: { xs: 2, md: 4 } }}>
        <Stack direction="row" spacing={1.5} sx={{ alignItems: 'center', mb: 2, color: 'primary.main' }}>
          <Shield fontSize="large" aria-hidden />
          <Box>
            <Typography component="h1" variant="h5" sx={{ fontWeight: 700 }}>
              {t('app.name')}
            </Typography>
            <Typography sx={{ color: 'text.secondary' }}>{t('app.purpose')}</Typography>
          </Box>
          <Box sx={{ flex: 1 }} />
          <LanguageButton />
        </Stack>
        <ProblemAlert problem={problem} />
        <Stack direction={{ xs: 'column', md: 'row' }} spacing={3} sx={{ alignItems: 'flex-start' }}>
          {accounts !== null && <DemoAccounts accounts={accounts} pending={pending} onChoose={signIn} />}
          <AccountForm pending={pending} onSubmit={signIn} />
        </Stack>
        <Typography sx={{ mt: 3, color: 'text.secondary' }}>{t('auth.emergency')}</Typography>
      </Box>
    </Box>
  );
}

function LanguageButton() {
  const [locale, setLocale] = useLocaleState();
  const other = locale === 'zh' ? 'en' : 'zh';
  return <Button onClick={() => setLocale(other)}>{other === 'en' ? 'English' : '简体中文'}</Button>;
}

interface AccountFormProps {
  pending: boolean;
  onSubmit: (credentials: Credentials) => Promise<void>;
}

function AccountForm({ pending, onSubmit }: AccountFormProps) {
  const t = useText();
  const form = useForm<Credentials>({ defaultValues: { username: '', password: '' } });
  return (
    <FormProvider {...form}>
      <Paper
        component="form"
        variant="outlined"
        noValidate
        onSubmit={(event) => void form.handleSubmit(onSubmit)(event)}
        sx={{ p: 3, width: '100%', maxWidth: { md: 340 } }}
      >
        <Typography component="h2" variant="h6" sx={{ mb: 2, fontWeight: 700 }}>
          {t('auth.byAccount')}
        </Typography>
        <FormText name="username" label={t('auth.username')} required />
        <FormText name="password" type="password" label={t('auth.password')} required />
        <Button type="submit" variant="contained" fullWidth disabled={pending}>
          {t('auth.signIn')}
        </Button>
      </Paper>
    </FormProvider>
  );
}
