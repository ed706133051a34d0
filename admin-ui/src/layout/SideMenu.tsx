import { List, ListItem, ListItemButton, ListItemIcon, ListItemText } from '@mui/material';
import { NavLink, useLocation } from 'react-router-dom';
import { useText } from '../i18n/use-text';
import { useSession } from '../lib';
import { menuOf } from './menu-items';

/** The main navigation. */
export function SideMenu({ onNavigate }: { onNavigate?: () => void }) {
  const t = useText();
  const items = menuOf(useSession());
  const { pathname } = useLocation();
  // The longest matching entry is the current one: /reports/new is not also /reports.
  const current = items
    .map(({ to }) => to)
    .filter((to) => pathname === to || (to !== '/' && pathname.startsWith(`${to}/`)))
    .sort((a, b) => b.length - a.length)[0];
  return (
    <List component="nav" aria-label={t('menu.label')} sx={{ p: 1 }}>
      {items.map(({ to, label, icon: Icon }) => (
        <ListItem key={to} disablePadding component="div">
          <ListItemButton
            component={NavLink}
            to={to}
            selected={to === current}
            {...(to === current ? { 'aria-current': 'page' as const } : {})}
            {...(onNavigate === undefined ? {} : { onClick: onNavigate })}
            sx={{ borderRadius: 1, minHeight: 48 }}
          >
            <ListItemIcon sx={{ minWidth: 40, color: to === current ? 'primary.main' : 'text.secondary' }}>
              <Icon />
            </ListItemIcon>
            <ListItemText primary={t(label)} />
          </ListItemButton>
        </ListItem>
      ))}
    </List>
  );
}
