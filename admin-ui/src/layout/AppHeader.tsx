import MenuIcon from '@mui/icons-material/Menu';
import Shield from '@mui/icons-material/ShieldOutlined';
import { Box, IconButton, Toolbar, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import { useText } from '../i18n/use-text';
import { useSession } from '../lib';
import { NoticeBell } from './NoticeBell';
import { UserMenu } from './UserMenu';

interface AppHeaderProps {
  onMenu: () => void;
  showMenuButton: boolean;
}

/** Name of the system and of the district, notices, the signed-in person. */
export function AppHeader({ onMenu, showMenuButton }: AppHeaderProps) {
  const t = useText();
  const { district } = useSession();
  return (
    <Toolbar
      sx={{
        bgcolor: 'primary.main',
        color: 'primary.contrastText',
        gap: 1,
        minHeight: 56,
        px: { xs: 1, sm: 2 },
      }}
    >
      {showMenuButton && (
        <IconButton color="inherit" onClick={onMenu} aria-label={t('menu.open')}>
          <MenuIcon />
        </IconButton>
      )}
      <Box
        component={Link}
        to="/"
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 1,
          color: 'inherit',
          textDecoration: 'none',
          minHeight: 44,
        }}
      >
        <Shield aria-hidden />
        <Typography component="span" sx={{ fontWeight: 700, fontSize: '1.1rem', whiteSpace: 'nowrap' }}>
          {t('app.short')}
        </Typography>
        <Typography component="span" sx={{ display: { xs: 'none', sm: 'inline' } }}>
          {district.name}
        </Typography>
      </Box>
      <Box sx={{ flex: 1 }} />
      <NoticeBell />
      <UserMenu />
    </Toolbar>
  );
}
