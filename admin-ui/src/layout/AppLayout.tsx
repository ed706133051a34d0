import { Box, Drawer, Link, useMediaQuery } from '@mui/material';
import type { Theme } from '@mui/material';
import { Suspense, useEffect, useEffectEvent, useState } from 'react';
import type { ReactNode } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router-dom';
import { useText } from '../i18n/use-text';
import { useSession } from '../lib';
import { AppHeader } from './AppHeader';
import { DemoBand } from './DemoBand';
import { ErrorBoundary } from './ErrorBoundary';
import { Loading } from './Loading';
import { SideMenu } from './SideMenu';
import { useIdleLogout, useSessionEnd } from './use-session-watch';
import { useLiveUpdates } from './use-live-updates';

const MENU_WIDTH = 220;

/** Frame of every signed-in screen: band, header, menu, page. */
export function AppLayout({ children }: { children: ReactNode }) {
  const t = useText();
  const session = useSession();
  const [menuOpen, setMenuOpen] = useState(false);
  const isWide = useMediaQuery((theme: Theme) => theme.breakpoints.up('md'));
  const { pathname } = useLocation();
  useIdleLogout();
  useSessionEnd();
  useLiveUpdates();
  useStartAtTop(pathname);
  return (
    <Box sx={{ minHeight: '100vh', bgcolor: 'background.default', color: 'text.primary' }}>
      <Link href="#main" sx={SKIP}>
        {t('app.skip')}
      </Link>
      <Box component="header" sx={{ position: 'sticky', top: 0, zIndex: 'appBar' }}>
        <DemoBand kind={session.installation.kind} />
        <AppHeader onMenu={() => setMenuOpen(true)} showMenuButton={!isWide} />
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'flex-start' }}>
        {isWide ? (
          <Box sx={{ width: MENU_WIDTH, flexShrink: 0, position: 'sticky', top: 96 }}>
            <SideMenu />
          </Box>
        ) : (
          <Drawer open={menuOpen} onClose={() => setMenuOpen(false)}>
            <Box sx={{ width: 260 }}>
              <SideMenu onNavigate={() => setMenuOpen(false)} />
            </Box>
          </Drawer>
        )}
        <Box
          component="main"
          id="main"
          tabIndex={-1}
          sx={{ flex: 1, minWidth: 0, p: { xs: 2, md: 3 }, outline: 'none' }}
        >
          <ErrorBoundary key={pathname}>
            <Suspense fallback={<Loading />}>{children}</Suspense>
          </ErrorBoundary>
        </Box>
      </Box>
    </Box>
  );
}

/** A new page starts at its top, whose first lines say what to do; going back returns to where the reader was. */
function useStartAtTop(pathname: string): void {
  const isBack = useNavigationType() === NavigationType.Pop;
  const start = useEffectEvent(() => {
    if (!isBack) window.scrollTo({ top: 0 });
  });
  // Only another path is another page: tabs and filters change the address of the same one.
  useEffect(() => start(), [pathname]);
}

const SKIP = {
  position: 'absolute',
  left: -9999,
  zIndex: 2000,
  p: 1.5,
  bgcolor: 'background.paper',
  '&:focus': { left: 8, top: 8 },
} as const;
