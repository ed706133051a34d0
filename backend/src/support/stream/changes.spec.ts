import { changesOf, parseChange } from './changes';

const id = '018f0000-0000-7000-8000-00000000000a';

describe('changesOf', () => {
  it('makes one change per id a payload carries', () => {
    const payload = { reportId: 'r', workOrderId: 'w', watchItemId: 'i', campaignId: 'g', step: 'urge' };
    expect(changesOf(payload, '990101')).toEqual([
      { kind: 'report', id: 'r', district: '990101' },
      { kind: 'work_order', id: 'w', district: '990101' },
      { kind: 'watch_item', id: 'i', district: '990101' },
      { kind: 'campaign', id: 'g', district: '990101' },
    ]);
    expect(changesOf({}, '990101')).toEqual([]);
  });
});

describe('parseChange', () => {
  it('reads what was published', () => {
    const change = { kind: 'case', id, district: '990101' };
    expect(parseChange(JSON.stringify(change))).toEqual(change);
  });

  it('ignores everything else', () => {
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      '{"kind":"person","id":"x","district":"1"}',
      `{"kind":"case","id":"${id}"}`,
      '{"kind":"case","id":"1","district":"1"}',
    ]) {
      expect(parseChange(text)).toBeUndefined();
    }
  });
});
