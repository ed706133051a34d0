/** Desks of every role: the list of clocks, words for courts and procuratorates. */
export const desks = {
  clocks: {
    title: 'Deadlines',
    hint: 'Every duty that is not done yet; what falls due first stands first. Follow an item to act on it.',
    name: 'Item',
    number: 'Number',
    subject: 'About',
    owner: 'Responsible',
    basis: 'Basis',
    emptyTitle: 'Nothing is due',
    emptyHint: 'A duty whose clock starts appears here.',
    view: { today: 'Due today', week: 'Due within 7 days', overdue: 'Overdue', mine: 'Mine' },
    kind: {
      report: 'Report',
      case: 'Case',
      work_order: 'Work order',
      watch_item: 'Watched child',
      campaign: 'Screening',
      agency: 'Agency',
      case_transfer: 'Transfer',
    },
  },
  letter: {
    menu: 'Letters',
    emptyTitle: 'No letters yet',
    emptyHint: 'When the district desk asks for your support, its letters appear here.',
  },
};
