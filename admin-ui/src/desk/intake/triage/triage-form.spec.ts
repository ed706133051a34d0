import { sentOrders, toTriage } from './triage-form';
import type { ExclusionRow, OrderRow, TriageFormValues } from './triage-form';

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
    } satisfies TriageFormValues;
    const body = toTriage(values);
    expect(body.orders).toEqual([{ agencyId: 'a', role: 'lead', task: '协助核查' }]);
    expect(body.exclusions).toEqual([{ principalId: 'p', hint: 'OTHER' }]);
    expect(body.summary).toBe('摘要');
    expect(body).not.toHaveProperty('place');
  });
});
