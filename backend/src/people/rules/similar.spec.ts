import { maySameChild, nameContains } from './similar';

describe('maySameChild', () => {
  const exact = (birthDate: string | null) => ({ birthDate, estimated: false });
  const about = (birthDate: string) => ({ birthDate, estimated: true });

  it('wants certain dates to agree', () => {
    expect(maySameChild(exact('2015-03-15'), exact('2015-03-15'))).toBe(true);
    expect(maySameChild(exact('2015-03-15'), exact('2015-03-16'))).toBe(false);
  });

  it('lets estimates differ by two years and unknown dates entirely', () => {
    expect(maySameChild(about('2013-01-01'), exact('2015-03-15'))).toBe(true);
    expect(maySameChild(about('2012-12-31'), exact('2015-03-15'))).toBe(false);
    expect(maySameChild(exact(null), exact('2015-03-15'))).toBe(true);
  });
});

describe('nameContains', () => {
  it('ignores dots, width and spaces', () => {
    expect(nameContains('阿依古丽·买买提', '古丽买买')).toBe(true);
    expect(nameContains('王 小明', '小明')).toBe(true);
    expect(nameContains('小王明', '小明')).toBe(false);
  });
});
