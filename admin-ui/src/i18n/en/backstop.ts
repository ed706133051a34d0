/** What the district does where nobody can sign in. */
export const backstop = {
  backstop: {
    title: 'District backstop',
    hint: 'Work of villages and townships without accounts that this office does for them. Once a place has an account, assign the work to it; nothing moves by itself.',
    places: 'Places without accounts',
    placesHint:
      'Nobody can sign in here; new work goes to the next level. Name somebody soon and ask the administrator for an account.',
    number: 'Number',
    kind: 'Kind',
    place: 'Place',
    since: 'Since',
    cases: 'Cases',
    watchItems: 'Watched children',
    sheets: 'Village screenings',
    emptyTitle: 'Nothing is done for others',
    emptyHint:
      'A township works for its villages without accounts. What no township can do comes to this office and is listed here.',
    unit: 'Unit',
    closedOn: 'Closed since',
    never: 'Never opened',
    townships: 'Townships',
    villages: 'Villages',
    allStaffed: 'Every place has an account',
    allStaffedHint:
      'A place is listed here when its last account is closed, and its supervisor is told on the home page.',
    acting: '%{place} has no account; %{agency} acts for it.',
    ready: '%{agency} acts here. %{place} has an account now: assign the case to hand it over.',
  },
};
