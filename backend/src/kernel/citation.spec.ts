import { citation } from './citation';

describe('what a screen shows of a source', () => {
  it.each([
    ['反家庭暴力法16–17 (V)', '反家庭暴力法16–17'],
    ['家庭教育促进法49 (V)；最高检2021年推行 (Vp)', '家庭教育促进法49；最高检2021年推行'],
    ['法发〔2014〕24号19 (M9)；未成年人保护法93(2) (V)', '法发〔2014〕24号19；未成年人保护法93(2)'],
  ])('of %s', (source, shown) => {
    expect(citation(source)).toBe(shown);
  });
});
