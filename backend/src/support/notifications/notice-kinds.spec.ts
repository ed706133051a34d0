import { linkTo, NOTICE_TITLES, noticeTitle } from './notice-kinds';

describe('noticeTitle', () => {
  it('says the same for everybody', () => {
    expect(noticeTitle('order.issued')).toBe('您有一条待签收的协办单');
    for (const title of Object.values(NOTICE_TITLES)) expect(title).not.toMatch(/[0-9{}$]|加害|儿童/);
  });

  it('has words for a kind it does not know', () => {
    expect(noticeTitle('constructor')).toBe('您有一项工作有新的进展');
  });
});

describe('linkTo', () => {
  it('leads to the record', () => {
    expect(linkTo('work_order', 'x')).toBe('/work-orders/x');
    expect(linkTo('case', 'x')).toBe('/cases/x');
    expect(linkTo('report', 'x')).toBe('/reports/x');
    expect(linkTo('work_order_list', 'x')).toBe('/work-orders');
  });
});
