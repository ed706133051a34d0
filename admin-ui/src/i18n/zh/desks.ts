/** Desks of every role: the list of clocks, words for courts and procuratorates. */
export const desks = {
  clocks: {
    title: '时限台账',
    hint: '每一项还没有完成的职责，最先到期的排在最上面。点事项进入办理。',
    name: '事项',
    number: '编号',
    subject: '类别',
    owner: '责任单位（人）',
    basis: '依据性质',
    emptyTitle: '没有到期的事项',
    emptyHint: '有新的职责开始计时时，会出现在这里。',
    view: { today: '今天到期', week: '7 天内到期', overdue: '已超期', mine: '我负责的' },
    kind: {
      report: '报告',
      case: '个案',
      work_order: '协办单',
      watch_item: '监测对象',
      campaign: '排查',
      agency: '单位',
      case_transfer: '转介',
    },
  },
  letter: {
    menu: '协作函',
    emptyTitle: '还没有协作函',
    emptyHint: '区未保办需要贵院支持时，发来的协作函会出现在这里。',
  },
};
