import englishMessages from 'ra-language-english';
import { en } from './en';
import { zh } from './zh';

/** All keys of a catalogue, as paths. */
function keysOf(value: object, prefix = ''): string[] {
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) =>
    typeof item === 'object' && item !== null ? keysOf(item, `${prefix}${key}.`) : [`${prefix}${key}`],
  );
}

function textsOf(value: object): string[] {
  return Object.values(value).flatMap((item: unknown) =>
    typeof item === 'object' && item !== null ? textsOf(item) : [String(item)],
  );
}

/** The names between %{ and } of every text, by key. */
function holesOf(value: object): Record<string, string[]> {
  const texts = textsOf(value);
  return Object.fromEntries(
    keysOf(value).map((key, index) => {
      const holes = (texts[index] ?? '').match(/%\{\w+\}/g) ?? [];
      return [key, [...new Set(holes)].sort()];
    }),
  );
}

describe('texts', () => {
  it('translates every key of react-admin', () => {
    expect(keysOf({ ra: zh.ra }).sort()).toEqual(keysOf(englishMessages).sort());
  });

  it('has the same keys in both languages', () => {
    expect(keysOf(zh).sort()).toEqual(keysOf(en).sort());
  });

  it('fills the same values into both languages', () => {
    const { ra: zhRa, ...ours } = zh;
    const { ra: enRa, ...theirs } = en;
    expect(keysOf(zhRa).length).toBe(keysOf(enRa).length);
    expect(holesOf(ours)).toEqual(holesOf(theirs));
  });

  it('leaves no text empty', () => {
    expect(textsOf(zh).filter((text) => text === '')).toEqual([]);
  });

  it('never names a suspected person an offender, nor a child free of risk', () => {
    expect(textsOf(zh).filter((text) => /加害人|施暴者|无风险/.test(text))).toEqual([]);
  });
});
