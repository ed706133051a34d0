import ArrowDropDown from '@mui/icons-material/ArrowDropDown';
import { Button, ListItemText, Menu, MenuItem } from '@mui/material';
import { useId, useState } from 'react';
import type { AllowedAction } from '../api';
import { useText } from '../i18n/use-text';

interface ActionMenuProps {
  label: string;
  actions: readonly AllowedAction[];
  onStart: (action: AllowedAction) => void;
}

/** Actions of one kind behind one button; one that is not possible yet stays in the list and says why. */
export function ActionMenu({ label, actions, onStart }: ActionMenuProps) {
  const t = useText();
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const choose = (item: AllowedAction): void => {
    if (item.reason !== undefined) return;
    setAnchor(null);
    onStart(item);
  };
  return (
    <>
      <Button
        id={`${id}-button`}
        variant="outlined"
        color="inherit"
        endIcon={<ArrowDropDown />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor === null ? undefined : `${id}-menu`}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {label}
      </Button>
      <Menu
        id={`${id}-menu`}
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-labelledby': `${id}-button` }, paper: { sx: { maxWidth: 440 } } }}
      >
        {actions.map((item) => (
          <MenuItem
            key={item.action}
            aria-disabled={item.reason !== undefined}
            onClick={() => choose(item)}
            sx={{ whiteSpace: 'normal', minHeight: 44 }}
          >
            <ListItemText
              primary={item.label}
              secondary={item.reason === undefined ? undefined : t('action.notYet', { reason: item.reason })}
              slotProps={{ primary: { color: item.reason === undefined ? undefined : 'text.secondary' } }}
            />
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
