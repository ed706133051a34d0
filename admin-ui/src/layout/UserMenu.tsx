import AccountCircle from '@mui/icons-material/AccountCircleOutlined';
import Check from '@mui/icons-material/Check';
import { Box, Button, Divider, ListItemIcon, Menu, MenuItem } from '@mui/material';
import { useLocaleState, useLocales, useLogout } from 'ra-core';
import { useState } from 'react';
import { useText } from '../i18n/use-text';
import { useSession } from '../lib';

/** Who is signed in, the language, signing out. */
export function UserMenu() {
  const t = useText();
  const { user, agency } = useSession();
  const logout = useLogout();
  const locales = useLocales();
  const [locale, setLocale] = useLocaleState();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = (): void => setAnchor(null);
  return (
    <>
      <Button
        color="inherit"
        startIcon={<AccountCircle />}
        onClick={(event) => setAnchor(event.currentTarget)}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
      >
        <Box
          component="span"
          sx={{
            maxWidth: { xs: 90, sm: 280 },
            overflow: 'hidden',
            whiteSpace: 'nowrap',
            textOverflow: 'ellipsis',
          }}
        >
          {user.displayName}
        </Box>
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        <Box sx={{ px: 2, py: 1 }} component="li">
          <b>{user.displayName}</b>
          <div>{user.roleName}</div>
          <div>{agency.name}</div>
        </Box>
        <Divider component="li" />
        {locales.map((item) => (
          <MenuItem
            key={item.locale}
            lang={item.locale === 'zh' ? 'zh-CN' : item.locale}
            onClick={() => {
              setLocale(item.locale);
              close();
            }}
            sx={{ minHeight: 44 }}
          >
            <ListItemIcon>{item.locale === locale && <Check />}</ListItemIcon>
            {item.name}
          </MenuItem>
        ))}
        <Divider component="li" />
        <MenuItem onClick={() => void logout()} sx={{ minHeight: 44 }}>
          {t('auth.signOut')}
        </MenuItem>
      </Menu>
    </>
  );
}
