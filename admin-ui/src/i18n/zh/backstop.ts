/** 区级兜底. */
export const backstop = {
  backstop: {
    title: '兜底办理',
    hint: '村（社区）、乡镇（街道）暂时没有账号，由本单位代为办理的工作。开通账号以后，用「指派」交给它，不会自动转走。',
    places: '暂无账号的村镇',
    placesHint: '这些地方没有人能登录，新的工作由上一级办理。请尽快明确人员，由系统管理员开通账号。',
    number: '编号',
    kind: '类别',
    place: '所在地',
    since: '开始时间',
    cases: '个案',
    watchItems: '监测对象',
    sheets: '村级排查表',
    emptyTitle: '没有兜底办理的工作',
    emptyHint:
      '村（社区）没有账号，由乡镇（街道）办理；乡镇也没有账号，才由区（县）一级办理，列在这里。还缺哪些账号，看「暂无账号的村镇」。',
    unit: '单位',
    closedOn: '何时停用',
    never: '从未开通',
    townships: '乡镇（街道）',
    villages: '村（社区）',
    allStaffed: '所有村镇都有账号',
    allStaffedHint: '最后一个账号停用时，这个地方会列在这里，上级单位首页会有提醒。',
    acting: '%{place}暂无账号，由%{agency}兜底办理。',
    ready: '由%{agency}兜底办理。%{place}已有账号，可以用「指派」交给它。',
  },
};
