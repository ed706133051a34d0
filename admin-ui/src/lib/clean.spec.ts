import { clean } from './clean';

describe('clean', () => {
  it('drops what was left empty and keeps what was decided', () => {
    const form = {
      name: ' 张 ',
      phone: '',
      age: 0,
      seen: false,
      list: [],
      nested: { note: '  ', rating: 'normal' },
    };
    expect(clean(form)).toEqual({ name: '张', age: 0, seen: false, list: [], nested: { rating: 'normal' } });
  });
});
