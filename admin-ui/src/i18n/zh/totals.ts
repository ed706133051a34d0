/** 汇总数字. */
export const totals = {
  totals: {
    title: '汇总数字',
    hint: '只有整月的数字，没有个案和姓名，也不排名。小于 5 的数字不显示；为了不能从合计推算出来，有时旁边的数字也不显示。',
    span: '统计时间：%{from} 至 %{until}',
    byTownship: '按乡镇（街道）',
    byMonth: '按月份',
    township: '乡镇（街道）',
    month: '月份',
    total: '合计',
    kept: '不显示',
  },
};
