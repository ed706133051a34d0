import { type PlacementForm, placementErrors, type ReviewForm, reviewErrors } from './placement.rules';

const NOW = new Date('2026-03-02T08:00:00Z');
const CLEAN = { violence: 'no', habits: 'no', neglect: 'no', unfit: 'no' } as const;
const kin = (part: Partial<PlacementForm> = {}): string[] =>
  Object.keys(
    placementErrors(
      {
        kind: 'KIN',
        basis: 'CUSTODY',
        carerName: '外祖母',
        address: '甲村',
        carerChecks: CLEAN,
        startedOn: '2026-03-02',
        nextReviewOn: '2026-04-01',
        childOpinion: '想跟外婆',
        ...part,
      },
      NOW,
    ),
  );
const shelter = (part: Partial<PlacementForm> = {}): string[] =>
  kin({ kind: 'SHELTER', agencyName: '邻县救助中心', carerChecks: {}, ...part });

describe('a placement (D09)', () => {
  it('is sound with a checked carer, an address and the child heard', () => expect(kin()).toEqual([]));

  it.each<[string, Partial<PlacementForm>, string[]]>([
    ['a beginning in the future', { startedOn: '2026-03-03' }, ['startedOn']],
    ['a first review today', { nextReviewOn: '2026-03-02' }, ['nextReviewOn']],
    ['a first review after more than 30 days', { nextReviewOn: '2026-04-02' }, ['nextReviewOn']],
    ['an end in the past', { plannedEndOn: '2026-03-01' }, ['plannedEndOn']],
    ['nobody named', { carerName: ' ' }, ['carerName']],
    ['no address', { address: '' }, ['address']],
    ['a child that was not heard', { childOpinion: '' }, ['childOpinion']],
    ['consent of nobody', { basis: 'CONSENT' }, ['consentBy']],
  ])('refuses %s', (_what, part, expected) => expect(kin(part)).toEqual(expected));

  it.each(['violence', 'habits', 'neglect', 'unfit'] as const)(
    'refuses a family carer unless %s is answered no (未成年人保护法22)',
    (check) => {
      for (const answer of ['yes', 'unknown'] as const)
        expect(kin({ carerChecks: { ...CLEAN, [check]: answer } })).toEqual([`carerChecks.${check}`]);
      const rest = Object.fromEntries(Object.entries(CLEAN).filter(([name]) => name !== check));
      expect(kin({ carerChecks: rest })).toEqual([`carerChecks.${check}`]);
    },
  );

  it('says which article stands against a carer', () => {
    const errors = placementErrors(
      {
        kind: 'FOSTER',
        basis: 'CUSTODY',
        carerName: '某某',
        address: '乙村',
        carerChecks: { ...CLEAN, habits: 'yes' },
        startedOn: '2026-03-02',
        nextReviewOn: '2026-03-20',
        childOpinion: '可以',
      },
      NOW,
    );
    expect(errors['carerChecks.habits']?.[0]).toMatch(/吸毒.*第二十二条/);
  });

  it('asks an institution for its name only, and refuses a yes there too', () => {
    expect(shelter()).toEqual([]);
    expect(shelter({ carerName: '', address: '' })).toEqual([]);
    expect(shelter({ agencyName: '' })).toEqual(['agencyId']);
    expect(shelter({ agencyName: '', agencyId: 'x' })).toEqual([]);
    expect(shelter({ carerChecks: { violence: 'unknown' } })).toEqual([]);
    expect(shelter({ carerChecks: { violence: 'yes' } })).toEqual(['carerChecks.violence']);
  });
});

describe('a review of a placement', () => {
  const review = (part: Partial<ReviewForm> = {}): string[] =>
    Object.keys(
      reviewErrors(
        {
          reviewedAt: '2026-03-02T07:00:00Z',
          seenChild: true,
          suitable: 'yes',
          carerFit: 'yes',
          nextReviewOn: '2026-05-31',
          childOpinion: '习惯了',
          ...part,
        },
        NOW,
      ),
    );

  it.each<[string, Partial<ReviewForm>, string[]]>([
    ['sound, 90 days ahead', {}, []],
    ['more than 90 days ahead', { nextReviewOn: '2026-06-01' }, ['nextReviewOn']],
    ['not fit, and a week later', { suitable: 'no', nextReviewOn: '2026-03-09' }, []],
    ['not fit, and later than a week', { suitable: 'no', nextReviewOn: '2026-03-10' }, ['nextReviewOn']],
    [
      'a carer no longer fit, later than a week',
      { carerFit: 'no', nextReviewOn: '2026-03-10' },
      ['nextReviewOn'],
    ],
    ['not heard', { childOpinion: '' }, ['childOpinion']],
    ['in the future', { reviewedAt: '2026-03-02T09:00:00Z' }, ['reviewedAt']],
    [
      'fit although nobody saw the child there',
      { seenChild: false, childOpinion: '', nextReviewOn: '2026-03-05' },
      ['suitable'],
    ],
    [
      'not seen, unclear, again within a week',
      {
        seenChild: false,
        suitable: 'unknown',
        carerFit: 'unknown',
        childOpinion: '',
        nextReviewOn: '2026-03-05',
      },
      [],
    ],
  ])('%s', (_what, part, expected) => expect(review(part)).toEqual(expected));
});
