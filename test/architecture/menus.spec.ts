import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import 'reflect-metadata';
import { ALL_CARDS, cardsOf } from '@tonghu/backend/desk/home';
import { DUTIES } from '@tonghu/backend/desk/units';
import { type AccountRole, ROLES } from '@tonghu/backend/kernel';
import { permissionsOf } from '@tonghu/backend/support/access';
import { DEMO_DISTRICT } from '@tonghu/seeds/accounts/demo-district';

interface Desk {
  readonly permissions: readonly string[];
  readonly agency: { readonly kind: string };
}

// The console is bundled by other rules than the tests are compiled by; these two files of it are plain functions.
const { menuOf } = jest.requireActual<{ menuOf: (desk: Desk) => { to: string; label: string }[] }>(
  '../../admin-ui/src/layout/menu-items',
);
const { canAccess } = jest.requireActual<{
  canAccess: (permissions: readonly string[], resource: string, action: string) => boolean;
}>('../../admin-ui/src/access/can-access');

/** Paths the console answers, as App.tsx declares them. */
const APP = readFileSync(join(__dirname, '../../admin-ui/src/app/App.tsx'), 'utf8');
const ROUTES = new Set([
  '/',
  ...[...APP.matchAll(/<Resource name="([a-z-]+)"/g)].map(([, name]) => `/${name ?? ''}`),
  ...[...APP.matchAll(/<Route path="([^":]+)"/g)].map(([, path]) => path ?? ''),
]);

const menu = (role: AccountRole, agencyKind: string): string[] =>
  menuOf({ permissions: permissionsOf(role), agency: { kind: agencyKind } }).map(({ to }) => to);
const ROLE_NAMES = Object.keys(ROLES) as AccountRole[];
/** Every role with each kind of agency it works for in the demo. */
const DESKS = DEMO_DISTRICT.accounts.map(({ role, agencyId }) => ({
  role,
  kind: DEMO_DISTRICT.agencies.find(({ id }) => id === agencyId)?.kind ?? '',
}));

/** Kinds with duties of their own, and those that supervise or watch such units. */
const KEEPS_UNITS: readonly string[] = [
  ...Object.values(DUTIES).flatMap(({ askedOf, openTo }) => [...askedOf, ...openTo]),
  'education',
  'health',
  'audit',
];

describe('menus', () => {
  it.each(ROLE_NAMES)('%s: every entry is a page of the console and within its rights', (role) => {
    const entries = menu(role, 'education');
    expect(entries).toContain('/');
    for (const to of entries) expect([to, ROUTES.has(to.replace(/\/new$/, ''))]).toEqual([to, true]);
    expect(new Set(entries).size).toBe(entries.length);
  });

  it('show nobody what the role has no permission for', () => {
    const of = (role: AccountRole): string[] => menu(role, 'intake');
    expect(of('school_reporter')).toEqual(['/', '/reports/new', '/reports', '/notices']);
    expect(of('unit_reporter')).toEqual(of('school_reporter'));
    for (const role of ['auditor', 'wcc_officer', 'administrator'] as const)
      for (const path of ['/cases', '/people', '/work-orders', '/reports', '/deadlines'])
        expect(of(role)).not.toContain(path);
    expect(of('administrator')).toContain('/admin');
    for (const role of ROLE_NAMES.filter((name) => name !== 'administrator'))
      expect(of(role)).not.toContain('/admin');
  });

  it('lead to units only who may have one to look at', () => {
    const units = (role: AccountRole, kind: string): boolean => menu(role, kind).includes('/agencies');
    for (const { role, kind } of DESKS.filter(({ kind: of }) => !KEEPS_UNITS.includes(of)))
      expect([role, kind, units(role, kind)]).toEqual([role, kind, false]);
    expect(units('agency_handler', 'education')).toBe(true);
    expect(units('agency_handler', 'social_work')).toBe(true);
    expect(units('child_supervisor', 'township')).toBe(true);
  });

  it('speak of letters to courts and procuratorates, and count nothing down before them', () => {
    for (const kind of ['court', 'procuratorate']) {
      const entries = menuOf({ permissions: permissionsOf('agency_handler'), agency: { kind } });
      expect(entries.find(({ to }) => to === '/work-orders')?.label).toBe('letter.menu');
      expect(entries.map(({ to }) => to)).not.toContain('/deadlines');
    }
  });
});

describe('numbers of the homes', () => {
  it('lead to pages of the console that the role may open', () => {
    for (const { role, kind } of DESKS)
      for (const { key, list } of cardsOf({ role, agencyKind: kind })) {
        expect([key, ROUTES.has(`/${list}`)]).toEqual([key, true]);
        expect([role, key, canAccess(permissionsOf(role), list, 'list')]).toEqual([role, key, true]);
      }
    expect(ALL_CARDS.length).toBeGreaterThan(20);
  });
});
