import ArrowDropDown from '@mui/icons-material/ArrowDropDown';
import {
  Box,
  Button,
  Chip,
  LinearProgress,
  Menu,
  MenuItem,
  NativeSelect,
  Paper,
  Stack,
  Typography,
} from '@mui/material';
import { ListBase, useListContext } from 'ra-core';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { toProblem } from '../api';
import type { CodeItem } from '../api';
import { useText } from '../i18n/use-text';
import { EmptyState } from './EmptyState';
import { PageHeading } from './PageHeading';
import { ProblemAlert } from './ProblemAlert';
import { RecordTable } from './RecordTable';
import type { Column } from './RecordTable';

/** A saved view: a name and the filter behind it. */
export interface View {
  key: string;
  label: string;
  filter: Record<string, string>;
  /** Looked at now and then: stands in a menu behind the others. */
  rare?: boolean;
}

/** One question with many answers, which narrows whatever view is shown. */
export interface ListSelect {
  /** The filter of the API. */
  key: string;
  label: string;
  options: readonly CodeItem[];
}

interface ListPageProps<T> {
  resource: string;
  title: string;
  hint?: string;
  views: readonly View[];
  selects?: readonly ListSelect[];
  columns: readonly Column<T>[];
  linkTo: (record: T) => string;
  empty: { title: string; hint: string; action?: { label: string; to: string } };
  buttons?: ReactNode;
  /** Words above the list, about all of it. */
  overview?: ReactNode;
  /** The view that opens when the address names none; the first one otherwise shows everything. */
  initial?: Record<string, string>;
}

const PER_PAGE = 25;

/** A list with its saved views; pages forward and back, no totals. */
export function ListPage<T extends { id: string }>(props: ListPageProps<T>) {
  return (
    <ListBase
      resource={props.resource}
      perPage={PER_PAGE}
      exporter={false}
      disableSyncWithLocation={false}
      filterDefaultValues={props.initial ?? {}}
      storeKey={false}
    >
      <PageHeading title={props.title} hint={props.hint}>
        {props.buttons}
      </PageHeading>
      {props.views.length > 1 && <Views views={props.views} narrowed={narrowedBy(props)} />}
      {props.selects !== undefined && <Selects selects={props.selects} />}
      {props.overview}
      <Content {...props} />
    </ListBase>
  );
}

/** The filters that belong to the selects and not to a view. */
function narrowedBy({ selects }: { selects?: readonly ListSelect[] }): ReadonlySet<string> {
  return new Set(selects?.map(({ key }) => key));
}

function useFilters(): [Record<string, unknown>, (filters: Record<string, unknown>) => void] {
  const list = useListContext();
  const values: unknown = list.filterValues;
  return [values as Record<string, unknown>, (filters) => list.setFilters(filters, {})];
}

function Selects({ selects }: { selects: readonly ListSelect[] }) {
  const t = useText();
  const id = useId();
  const [filters, setFilters] = useFilters();
  const choose = (key: string, value: string): void => {
    const rest = Object.entries(filters).filter(([name]) => name !== key);
    setFilters(Object.fromEntries(value === '' ? rest : [...rest, [key, value]]));
  };
  return (
    <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2} sx={{ mb: 2 }}>
      {selects.map(({ key, label, options }) => (
        <Box key={key} sx={{ minWidth: 0, maxWidth: { sm: 320 } }}>
          <Typography component="label" htmlFor={`${id}-${key}`} variant="body2" sx={{ display: 'block' }}>
            {label}
          </Typography>
          <NativeSelect
            fullWidth
            value={textOf(filters[key])}
            onChange={(event) => choose(key, event.target.value)}
            inputProps={{ id: `${id}-${key}` }}
            sx={{ minHeight: 44 }}
          >
            <option value="">{t('list.all')}</option>
            {options.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </NativeSelect>
        </Box>
      ))}
    </Stack>
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function Views({ views, narrowed }: { views: readonly View[]; narrowed: ReadonlySet<string> }) {
  const t = useText();
  const [filters, setFilters] = useFilters();
  const kept = Object.entries(filters).filter(([key]) => narrowed.has(key));
  const own = Object.entries(filters).filter(([key]) => !narrowed.has(key));
  const current = JSON.stringify(sorted(Object.fromEntries(own)));
  const isCurrent = ({ filter }: View): boolean => JSON.stringify(sorted(filter)) === current;
  const isKnown = views.some(isCurrent);
  const choose = ({ filter }: View): void => setFilters({ ...filter, ...Object.fromEntries(kept) });
  return (
    <Stack
      direction="row"
      spacing={1}
      useFlexGap
      role="group"
      aria-label={t('list.views')}
      sx={{ flexWrap: 'wrap', mb: 2 }}
    >
      {views
        .filter(({ rare }) => rare !== true)
        .map((view) => (
          <Button
            key={view.key}
            variant={isCurrent(view) ? 'contained' : 'outlined'}
            aria-pressed={isCurrent(view)}
            onClick={() => choose(view)}
          >
            {view.label}
          </Button>
        ))}
      <RareViews views={views.filter(({ rare }) => rare === true)} isCurrent={isCurrent} onChoose={choose} />
      {!isKnown && (
        <Chip
          label={t('list.custom')}
          onDelete={() => setFilters({})}
          sx={{ height: 44, borderRadius: 22 }}
        />
      )}
    </Stack>
  );
}

interface RareViewsProps {
  views: readonly View[];
  isCurrent: (view: View) => boolean;
  onChoose: (view: View) => void;
}

/** Views behind one button, which bears the name of the one that is shown. */
function RareViews({ views, isCurrent, onChoose }: RareViewsProps) {
  const t = useText();
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  if (views.length === 0) return null;
  const shown = views.find(isCurrent);
  return (
    <>
      <Button
        id={`${id}-button`}
        variant={shown === undefined ? 'outlined' : 'contained'}
        endIcon={<ArrowDropDown />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor === null ? undefined : `${id}-menu`}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {shown?.label ?? t('list.moreViews')}
      </Button>
      <Menu
        id={`${id}-menu`}
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-labelledby': `${id}-button` } }}
      >
        {views.map((view) => (
          <MenuItem
            key={view.key}
            selected={view === shown}
            onClick={() => {
              setAnchor(null);
              onChoose(view);
            }}
            sx={{ minHeight: 44 }}
          >
            {view.label}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

function sorted(filter: Record<string, unknown>): [string, unknown][] {
  return Object.entries(filter)
    .map(([key, value]): [string, unknown] => [key, String(value)])
    .sort(([a], [b]) => a.localeCompare(b));
}

function Content<T extends { id: string }>({ columns, linkTo, empty, title }: ListPageProps<T>) {
  const list = useListContext<T>();
  if (list.error != null) {
    return <ProblemAlert problem={toProblem(list.error)} onRetry={() => void list.refetch()} />;
  }
  if (list.isPending) return <LinearProgress />;
  if (list.data.length === 0 && list.page === 1) return <EmptyState {...empty} />;
  return (
    <Paper
      variant="outlined"
      aria-busy={list.isPlaceholderData === true}
      // Rows of the view before stay until the new ones arrive; faded, so that nobody takes them for the answer.
      sx={{ p: { xs: 1, sm: 1.5 }, opacity: list.isPlaceholderData === true ? 0.4 : 1 }}
    >
      <RecordTable records={list.data} columns={columns} linkTo={linkTo} label={title} />
      <Pager />
    </Paper>
  );
}

function Pager() {
  const t = useText();
  const { page, setPage, hasNextPage, hasPreviousPage } = useListContext();
  if (hasNextPage !== true && hasPreviousPage !== true) return null;
  return (
    <Box
      component="nav"
      aria-label={t('list.pages')}
      sx={{ display: 'flex', gap: 1, alignItems: 'center', justifyContent: 'flex-end', mt: 1 }}
    >
      <Button variant="outlined" disabled={hasPreviousPage !== true} onClick={() => setPage(page - 1)}>
        {t('list.previous')}
      </Button>
      <Typography>{t('list.page', { page })}</Typography>
      <Button variant="outlined" disabled={hasNextPage !== true} onClick={() => setPage(page + 1)}>
        {t('list.next')}
      </Button>
    </Box>
  );
}
