import { consoleLink } from './console-link';

describe('consoleLink', () => {
  it('leaves a link without filters alone', () => {
    expect(consoleLink('/cases/1?tab=deadlines')).toBe('/cases/1?tab=deadlines');
  });

  it('puts the filters of the API into the one parameter a list reads', () => {
    const link = new URL(consoleLink('/work-orders?filter[state]=issued&filter[overdue]=true'), 'http://x');
    expect(JSON.parse(link.searchParams.get('filter') ?? '')).toEqual({ state: 'issued', overdue: 'true' });
  });
});
