/** Totals. */
export const totals = {
  totals: {
    title: 'Totals',
    hint: 'Whole months only; no cases, no names, no ranking. Numbers below 5 are not shown, and sometimes the one beside, so that nothing can be computed from the total.',
    span: 'From %{from} to %{until}',
    byTownship: 'By township',
    byMonth: 'By month',
    township: 'Township',
    month: 'Month',
    total: 'Total',
    kept: 'Not shown',
  },
};
