import { asksForDecision, countNewCases, sentNotices, sentOrders, toTriage } from './triage-form';
import type { ExclusionRow, NoticeRow, OrderRow, TriageFormValues } from './triage-form';

function orderRow(agencyId: string, changes: Partial<OrderRow> = {}): OrderRow {
  return {
    agencyId,
    agencyName: agencyId,
    agencyKind: 'x',
    role: 'co',
    task: '协助核查',
    refusable: true,
    article: null,
    basis: null,
    isLetter: false,
    selected: true,
    conditionName: null,
    excludedBecause: null,
    chosen: true,
    ...changes,
  };
}

describe('triage form', () => {
  it('sends nothing to whom the server or this page excludes', () => {
    const orders = [
      orderRow('a'),
      orderRow('b', { excludedBecause: '同单位' }),
      orderRow('c'),
      orderRow('d', { chosen: false }),
    ];
    const exclusions: ExclusionRow[] = [{ principalId: 'c', hint: 'VILLAGE', name: 'c' }];
    expect(sentOrders({ orders, exclusions }).map(({ agencyId }) => agencyId)).toEqual(['a']);
  });

  it('tells whom nobody excludes, and nobody besides an order', () => {
    const noticeRow = (agencyId: string, changes: Partial<NoticeRow> = {}): NoticeRow => ({
      agencyId,
      agencyName: agencyId,
      agencyKind: 'x',
      task: '请关注',
      article: null,
      logsIn: true,
      selected: true,
      conditionName: null,
      excludedBecause: null,
      chosen: true,
      ...changes,
    });
    const notices = [
      noticeRow('a'),
      noticeRow('b', { excludedBecause: '同单位' }),
      noticeRow('c'),
      noticeRow('d', { chosen: false }),
      noticeRow('e'),
      noticeRow('f'),
    ];
    const orders = [orderRow('a'), orderRow('f', { chosen: false })];
    const exclusions: ExclusionRow[] = [{ principalId: 'c', hint: 'VILLAGE', name: 'c' }];
    const told = sentNotices({ orders, notices, exclusions });
    expect(told.map(({ agencyId }) => agencyId)).toEqual(['e', 'f']);
  });

  it('sends only what the API reads', () => {
    const values = {
      urgency: 'U1',
      situations: ['MR1'],
      summary: ' 摘要 ',
      regionCode: '990101001001',
      place: '',
      children: [],
      suspects: [],
      exclusions: [{ principalId: 'p', hint: 'OTHER', name: '某' }],
      orders: [orderRow('a', { role: 'lead' })],
      notices: [],
    } satisfies TriageFormValues;
    const body = toTriage(values);
    expect(body.orders).toEqual([{ agencyId: 'a', role: 'lead', task: '协助核查' }]);
    expect(body.exclusions).toEqual([{ principalId: 'p', hint: 'OTHER' }]);
    expect(body.summary).toBe('摘要');
    expect(body).not.toHaveProperty('place');
  });

  it('asks for a decision about the very child, and about the file that was chosen by hand', () => {
    const file = (id: string, strong: boolean) => ({
      id,
      caseNo: id,
      phase: 'open' as const,
      phaseName: '办理中',
      urgency: 'U2' as const,
      openedAt: '2026-03-02T00:00:00.000Z',
      workerName: '某站',
      situationNames: [],
      strong,
      road: 'joined' as const,
      orderAgencyIds: [],
    });
    const match = (personId: string, strong: boolean) => ({
      childIndex: 0,
      personId,
      maskedName: '禾**',
      sex: 'female' as const,
      birthDate: null,
      cases: [file(`case-${personId}`, strong)],
    });
    const matches = [match('a', true), match('b', false)];
    expect(asksForDecision({}, matches).map(({ id }) => id)).toEqual(['case-a']);
    expect(asksForDecision({ personId: 'b' }, matches).map(({ id }) => id)).toEqual(['case-a', 'case-b']);
  });

  it('sends of a decision what belongs to it', () => {
    const child = { name: '禾', sex: 'female' as const, guardians: [], caseId: 'c', separateReason: '旧话' };
    const values = (caseDecision?: 'link' | 'separate') => ({
      urgency: 'U2' as const,
      situations: ['POVERTY'],
      summary: '摘要',
      regionCode: '990101001001',
      children: [{ ...child, ...(caseDecision === undefined ? {} : { caseDecision }) }],
      suspects: [],
      exclusions: [],
      orders: [],
      notices: [],
    });
    expect(toTriage(values('link')).children[0]).toMatchObject({ caseDecision: 'link', caseId: 'c' });
    expect(toTriage(values('link')).children[0]).not.toHaveProperty('separateReason');
    expect(toTriage(values('separate')).children[0]).toMatchObject({ separateReason: '旧话' });
    expect(toTriage(values()).children[0]).not.toHaveProperty('caseId');
    expect([
      countNewCases(values('link')),
      countNewCases(values('separate')),
      countNewCases(values()),
    ]).toEqual([0, 1, 1]);
  });
});
