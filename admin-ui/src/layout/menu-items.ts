import AccountBalance from '@mui/icons-material/AccountBalanceOutlined';
import AccountTree from '@mui/icons-material/AccountTreeOutlined';
import AddAlert from '@mui/icons-material/AddAlertOutlined';
import AssignmentTurnedIn from '@mui/icons-material/AssignmentTurnedInOutlined';
import Campaign from '@mui/icons-material/CampaignOutlined';
import Assignment from '@mui/icons-material/AssignmentOutlined';
import BarChart from '@mui/icons-material/BarChartOutlined';
import ChildCare from '@mui/icons-material/ChildCareOutlined';
import EventNote from '@mui/icons-material/EventNoteOutlined';
import FolderShared from '@mui/icons-material/FolderSharedOutlined';
import HolidayVillage from '@mui/icons-material/HolidayVillageOutlined';
import Home from '@mui/icons-material/HomeOutlined';
import Notifications from '@mui/icons-material/NotificationsOutlined';
import Phone from '@mui/icons-material/PhoneInTalkOutlined';
import People from '@mui/icons-material/PeopleOutlined';
import Report from '@mui/icons-material/ReportOutlined';
import Rule from '@mui/icons-material/RuleOutlined';
import Settings from '@mui/icons-material/SettingsOutlined';
import Timer from '@mui/icons-material/TimerOutlined';
import SupportOutlined from '@mui/icons-material/SupportOutlined';
import SwapHoriz from '@mui/icons-material/SwapHorizOutlined';
import type { SvgIconComponent } from '@mui/icons-material';
import type { Session } from '../api';
import { canAccess, isAskedByLetter } from '../access/can-access';
import type { MessageKey } from '../i18n/use-text';

export interface MenuItem {
  to: string;
  label: MessageKey;
  icon: SvgIconComponent;
}

interface MenuRule extends MenuItem {
  resource?: string;
  action?: string;
  /** Who holds this right is not called here by the menu: a number of the home leads there. */
  unless?: string;
}

const RULES: readonly MenuRule[] = [
  { to: '/', label: 'menu.home', icon: Home },
  { to: '/reports/new', label: 'menu.newReport', icon: AddAlert, resource: 'reports', action: 'create' },
  { to: '/reports', label: 'menu.reports', icon: Report, resource: 'reports' },
  { to: '/work-orders', label: 'menu.workOrders', icon: Assignment, resource: 'work-orders' },
  {
    to: '/agency-notices',
    label: 'inform.received',
    icon: Campaign,
    resource: 'agency-notices',
    unless: 'agency-notice.record-told',
  },
  { to: '/cases', label: 'menu.cases', icon: FolderShared, resource: 'cases' },
  { to: '/watch-items', label: 'menu.watchItems', icon: ChildCare, resource: 'watch-items' },
  // A village works on sheets; whoever draws screenings up has both.
  { to: '/campaigns', label: 'menu.campaigns', icon: EventNote, resource: 'campaigns', action: 'create' },
  {
    to: '/campaign-sheets',
    label: 'menu.campaignSheets',
    icon: AssignmentTurnedIn,
    resource: 'campaign-sheets',
  },
  { to: '/placements', label: 'care.list.title', icon: HolidayVillage, resource: 'placements' },
  { to: '/case-transfers', label: 'menu.transfers', icon: SwapHoriz, resource: 'case-transfers' },
  { to: '/backstop-items', label: 'backstop.title', icon: SupportOutlined, resource: 'backstop-items' },
  { to: '/agencies', label: 'units.title', icon: AccountBalance, resource: 'agencies' },
  { to: '/people', label: 'menu.people', icon: People, resource: 'people' },
  { to: '/deadlines', label: 'clocks.title', icon: Timer, resource: 'deadlines' },
  { to: '/audit-entries', label: 'audit.title', icon: Rule, resource: 'audit-entries' },
  { to: '/totals', label: 'totals.title', icon: BarChart, resource: 'totals' },
  { to: '/duty', label: 'duty.title', icon: Phone, resource: 'duty' },
  { to: '/notices', label: 'menu.notices', icon: Notifications, resource: 'notices' },
  { to: '/admin', label: 'menu.system', icon: Settings, resource: 'admin' },
  { to: '/admin/deadline-rules', label: 'menu.deadlineRules', icon: Rule, resource: 'admin' },
  { to: '/states', label: 'states.title', icon: AccountTree, resource: 'admin' },
];

/** Offices that keep no unit of their own: no station, no post, no staff with children in their care (desk/units). */
const WITHOUT_UNITS: readonly string[] = [
  'police',
  'procuratorate',
  'court',
  'justice',
  'women_federation',
  'disabled_federation',
  'youth_league',
  'emergency_management',
];

/** The entries this person's role has pages for. */
export function menuOf(session: Pick<Session, 'permissions' | 'agency'>): MenuItem[] {
  const entries = RULES.filter(
    ({ resource, action, unless }) =>
      resource === undefined ||
      (canAccess(session.permissions, resource, action ?? 'list') &&
        (unless === undefined || !session.permissions.includes(unless)) &&
        !(resource === 'agencies' && WITHOUT_UNITS.includes(session.agency.kind))),
  );
  return isAskedByLetter(session) ? entries.flatMap(inLetterWords) : entries;
}

/** Courts and procuratorates have no clocks here, and are never only told. */
const NOT_FOR_LETTERS: ReadonlySet<string> = new Set(['/deadlines', '/agency-notices', '/duty']);

function inLetterWords(item: MenuRule): MenuRule[] {
  if (NOT_FOR_LETTERS.has(item.to)) return [];
  return [item.resource === 'work-orders' ? { ...item, label: 'letter.menu' } : item];
}
