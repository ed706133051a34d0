/**
 * Who is asked when a report is about a situation, copied by hand from the two pages a lawyer reads: the co-handling grid
 * (agency × situation) and the intake table (category → lead). Nothing here is computed from the seeds.
 */

/**
 * The letters of the grid, column by column: L leads or has a task it cannot refuse, C co-handles, N is told, O only on
 * need, d a duty written without a letter (asked when its turn comes, perhaps at intake), . nothing.
 */
export const GRID_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  A: ['MR4'],
  B: ['MR1', 'MR2', 'MR3'],
  C: ['MR6'],
  D: ['MR7'],
  E: ['BULLYING'],
  F: ['MR8', 'VAGRANCY'],
  G: ['DROPOUT'],
  H: ['MR5', 'PSY_CRISIS'],
  I: ['GUARDIAN_ABSENT'],
  J: ['POVERTY', 'DISABILITY', 'ILLNESS'],
  K: ['MISCONDUCT'],
  L: ['ONLINE'],
};

export const GRID: Readonly<Record<string, string>> = {
  //                     A B C D E F G H I J K L
  school: /*          */ 'd d d d L N L L N O L d',
  police: /*          */ 'L L L L C L O C L O L L',
  procuratorate: /*   */ 'd L d d d O d O O d d d',
  court: /*           */ 'd d d . d . . . d . d .',
  civil_affairs: /*   */ 'C C L L N L C N L L C N',
  shelter: /*         */ 'L C L C . L . O L O C .',
  township: /*        */ 'C N L C N C C C L L C N',
  village: /*         */ 'd d d d N d C C L L d N',
  education: /*       */ 'N C N O L d L L d d L C',
  health: /*          */ 'C C d d O d . L O d O O',
  justice: /*         */ 'd d d d d . . . d . d d',
  women_federation: /**/ 'd d d . d . C C C C d C',
  disabled_federation: 'C C C . C . C . C L . .',
  youth_league: /*    */ 'C d O O C O C C O O C C',
  social_work: /*     */ 'C C C O C C C C C C C C',
  emergency_management: '. . . . . . . . L . . .',
  // Aggregates only: the working committee's office reads indicators, never a case.
  wcc: /*             */ 'O O O O O O O O O O O O',
};

/** Where the intake table or the wall around sexual harm says otherwise than the grid: cell → what holds, and why. */
export const GRID_GIVES_WAY: Readonly<Record<string, readonly [holds: string, why: string]>> = {
  'B.township': ['.', 'the wall around sexual harm: need to know only, nobody is told by default'],
  'B.education': [
    'N',
    'the intake table: told, if a school is concerned; outside the wall around sexual harm',
  ],
  'H.police': ['L', 'the intake table: 公安/120 first'],
};

/** Categories of the intake table → lead: the first named there that is an agency of this system. */
export const LEADS: Readonly<Record<string, string>> = {
  MR1: 'police',
  MR2: 'police',
  MR3: 'police',
  MR4: 'police',
  MR5: 'police',
  MR6: 'township',
  MR7: 'police',
  MR8: 'police',
  // The triage officer.
  MR9: 'intake',
  BULLYING: 'school',
  STAFF_HARM: 'police',
  ONLINE: 'police',
  // 人社, 市监, 文旅 are no agencies of this system: the hotline passes it on and brings the answer back.
  CHILD_LABOUR: 'hotline',
  PSY_CRISIS: 'police',
  // 12355.
  PSY_SUPPORT: 'youth_league',
  FAMILY_EDUCATION: 'women_federation',
  CUSTODY_DISPUTE: 'justice',
  DROPOUT: 'education',
  HUKOU: 'police',
  POVERTY: 'civil_affairs',
  DISABILITY: 'disabled_federation',
  // 医保 is no agency of this system.
  ILLNESS: 'civil_affairs',
  CONSULT: 'hotline',
  OUT_OF_SCOPE: 'hotline',
  // In the grid only: the first L that acts on the child.
  VAGRANCY: 'police',
  GUARDIAN_ABSENT: 'civil_affairs',
  MISCONDUCT: 'school',
};

/** What the intake table asks besides the lead; `told` is its column "always notify". */
export const ALSO: Readonly<Record<string, { readonly asked: string; readonly told?: string }>> = {
  MR1: { asked: 'health procuratorate justice civil_affairs school', told: 'education' },
  MR2: { asked: 'health procuratorate justice civil_affairs school', told: 'education' },
  MR3: { asked: 'health procuratorate justice civil_affairs school', told: 'education' },
  MR4: { asked: 'civil_affairs township women_federation health', told: 'village' },
  MR5: { asked: 'hospital health school', told: 'education' },
  MR6: { asked: 'police civil_affairs', told: 'village' },
  MR7: { asked: 'civil_affairs health' },
  MR8: { asked: 'civil_affairs' },
  BULLYING: { asked: 'education police' },
  STAFF_HARM: { asked: 'education procuratorate' },
  ONLINE: { asked: 'school' },
  CHILD_LABOUR: { asked: 'police' },
  PSY_CRISIS: { asked: 'hospital school' },
  PSY_SUPPORT: { asked: 'school social_work' },
  FAMILY_EDUCATION: { asked: 'school' },
  CUSTODY_DISPUTE: { asked: 'village court civil_affairs' },
  DROPOUT: { asked: 'township' },
  HUKOU: { asked: 'civil_affairs' },
  POVERTY: { asked: 'township' },
  DISABILITY: { asked: 'health civil_affairs' },
  ILLNESS: { asked: 'health' },
};

/** The rows both pages make together: `agency` or `agency?condition`, by what may be done with the request. */
interface Rows {
  readonly must?: string;
  readonly co?: string;
  readonly notify?: string;
}

const SEXUAL_HARM: Rows = {
  must: 'procuratorate',
  co: 'health justice civil_affairs shelter?placement disabled_federation?disability social_work?counselling school?school',
  notify: 'education?school',
};
const SELF_HARM: Rows = {
  must: 'hospital health school?school education?school',
  co: 'township village?village_safe women_federation youth_league social_work',
  notify: 'civil_affairs',
};

export const ROWS: Readonly<Record<string, Rows>> = {
  MR1: SEXUAL_HARM,
  MR2: SEXUAL_HARM,
  MR3: SEXUAL_HARM,
  MR4: {
    must: 'shelter?placement',
    co: 'civil_affairs township women_federation health?injury justice?legal_aid court?protection_order procuratorate?severe school?school disabled_federation?disability youth_league social_work',
    notify: 'education?school village?village_safe',
  },
  MR5: SELF_HARM,
  PSY_CRISIS: SELF_HARM,
  MR6: {
    must: 'police civil_affairs shelter?placement',
    co: 'village?village_safe health?injury women_federation justice?legal_aid disabled_federation?disability social_work',
    notify: 'education?school',
  },
  MR7: {
    must: 'civil_affairs?no_guardian',
    co: 'shelter?placement health township school?school justice?legal_aid',
  },
  MR8: {
    must: 'civil_affairs shelter?placement',
    co: 'township education?school health?injury social_work',
    notify: 'school?school',
  },
  MR9: { must: 'police?severe' },
  BULLYING: {
    must: 'education',
    co: 'police?severe procuratorate?severe women_federation youth_league social_work justice?legal_aid disabled_federation?disability',
    notify: 'civil_affairs township village?village_safe',
  },
  STAFF_HARM: {
    must: 'procuratorate',
    co: 'education health?injury justice?legal_aid civil_affairs social_work?counselling',
  },
  ONLINE: {
    co: 'school?school education?school procuratorate?severe justice?legal_aid women_federation youth_league social_work',
    notify: 'civil_affairs township village?village_safe',
  },
  CHILD_LABOUR: { co: 'police?severe' },
  PSY_SUPPORT: { co: 'school?school social_work' },
  FAMILY_EDUCATION: { co: 'school?school' },
  CUSTODY_DISPUTE: { co: 'court civil_affairs village?village_safe' },
  DROPOUT: {
    must: 'school',
    co: 'township village civil_affairs women_federation youth_league disabled_federation?disability social_work',
  },
  HUKOU: { co: 'civil_affairs' },
  POVERTY: {
    must: 'township village disabled_federation?disability',
    co: 'education?school women_federation social_work',
  },
  DISABILITY: {
    must: 'civil_affairs township village',
    co: 'health education?school women_federation social_work',
  },
  ILLNESS: {
    must: 'township village disabled_federation?disability',
    co: 'health education?school women_federation social_work',
  },
  VAGRANCY: {
    must: 'civil_affairs shelter',
    co: 'education?school health?injury township social_work',
    notify: 'school?school',
  },
  GUARDIAN_ABSENT: {
    must: 'police township village shelter?placement emergency_management?emergency_event',
    co: 'education?school women_federation disabled_federation?disability social_work',
    notify: 'school?school',
  },
  MISCONDUCT: {
    must: 'police education',
    co: 'village procuratorate?severe justice?severe civil_affairs?placement shelter?placement township women_federation youth_league social_work',
  },
  CONSULT: {},
  OUT_OF_SCOPE: {},
};
