import englishMessages from 'ra-language-english';
import { assistance } from './en/assistance';
import { care } from './en/care';
import { attachments } from './en/attachments';
import { casework } from './en/casework';
import { common } from './en/common';
import { desk } from './en/desk';
import { guardianship } from './en/guardianship';
import { desks } from './en/desks';
import { lifecycle } from './en/lifecycle';
import { intake } from './en/intake';
import { shell } from './en/shell';
import { backstop } from './en/backstop';
import { campaign } from './en/campaign';
import { totals } from './en/totals';
import { duty } from './en/duty';
import { units } from './en/units';
import { watch } from './en/watch';
import type { Catalogue } from './zh';

/** English, the second language; names that come from the server stay Chinese. */
export const en: Catalogue = {
  ra: englishMessages.ra,
  resources: {
    reports: { name: 'Reports' },
    'work-orders': { name: 'Work orders' },
    'agency-notices': { name: 'Notices to agencies' },
    cases: { name: 'Cases' },
    'case-transfers': { name: 'Moves' },
    people: { name: 'People' },
    placements: { name: 'Placements' },
    'watch-items': { name: 'Watched children' },
    campaigns: { name: 'Screenings' },
    'campaign-sheets': { name: 'Village screenings' },
    'audit-entries': { name: 'Audit trail' },
    deadlines: { name: 'Deadlines' },
    'backstop-items': { name: 'District backstop' },
    'unstaffed-places': { name: 'Places without accounts' },
    agencies: { name: 'Stations and units' },
  },
  ...common,
  ...shell,
  ...desk,
  ...desks,
  ...care,
  ...watch,
  ...campaign,
  ...backstop,
  ...totals,
  ...units,
  ...duty,
  ...intake,
  ...casework,
  ...attachments,
  ...guardianship,
  ...assistance,
  ...lifecycle,
};
