/**
 * Invented families of 平新县. ID numbers lie on an area code that does not exist, phone numbers begin with 123, which no
 * mobile network uses; birth dates follow today, so that the children stay children. The same day gives the same families.
 */
import { REGION_SEEDS } from '../accounts/regions';
import { makeDemoIdNumber } from './demo-id';

export interface DemoPerson {
  readonly name: string;
  readonly sex: 'male' | 'female';
  readonly birthDate: string;
  readonly idNumber: string;
  readonly phone?: string;
}

export interface DemoChild extends DemoPerson {
  readonly school?: string;
  readonly className?: string;
}

export interface DemoGuardian extends DemoPerson {
  /** What the guardian is to the children (GB/T 4761). */
  readonly relation: string;
}

export interface DemoFamily {
  readonly regionCode: string;
  readonly address: string;
  readonly children: readonly DemoChild[];
  readonly guardians: readonly DemoGuardian[];
}

/** What a story needs of a family; the rest is made up by its number. */
export interface FamilyWish {
  readonly regionCode: string;
  /** Ages of the children, in full years. */
  readonly ages: readonly number[];
  readonly sexes?: readonly ('male' | 'female')[];
  /** Full names of the children, where tests and documents speak of them. */
  readonly names?: readonly string[];
  /** Relations of the adults to the children: 51 father, 52 mother, 61 and 62 grandparents. */
  readonly adults?: readonly string[];
}

/** Plants and waters: no list of real people has such families. */
const FAMILY_NAMES = [...'禾柳桥荷竹柿溪岭杏槐桑麦苗松柏梅谷葛芦菱萍枫棠莲'];
const BOYS = ['小石', '小川', '一鸣', '小树', '星野', '小原', '知远', '小山', '向阳', '小舟', '明河', '小北'];
const GIRLS = [
  '小满',
  '青禾',
  '小雨',
  '月白',
  '小棠',
  '知夏',
  '小月',
  '晚晴',
  '小溪',
  '朵朵',
  '小霜',
  '安然',
];
const MEN = ['大田', '长河', '有山', '守林', '广平', '立秋'];
const WOMEN = ['清浅', '知秋', '春兰', '秋实', '采薇', '若水'];
const MONTH_DAYS = [
  '01-17',
  '02-09',
  '03-15',
  '04-28',
  '05-30',
  '06-11',
  '07-22',
  '08-05',
  '09-19',
  '10-08',
  '11-03',
  '12-21',
];
const GRANDPARENTS = new Set(['61', '62', '63', '64']);
const WOMEN_RELATIONS = new Set(['52', '58', '62', '64', '86', '90']);

function pick<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length];
  if (found === undefined) throw new RangeError('Nothing to pick from');
  return found;
}

/** Makes the families of one demo, each by its number, so that nobody is met twice. */
export class Families {
  private made = 0;
  private people = 0;

  constructor(private readonly today: string) {}

  make({ regionCode, ages, sexes = [], names = [], adults = ['52'] }: FamilyWish): DemoFamily {
    const number = this.made++;
    const surname = pick(FAMILY_NAMES, number);
    const village = REGION_SEEDS.find(({ code }) => code === regionCode);
    const township = REGION_SEEDS.find(({ code }) => code === village?.parent);
    return {
      regionCode,
      address: `${township?.name ?? ''}${village?.name ?? ''}${(number % 9) + 1}组${(number % 40) + 1}号`,
      children: ages.map((age, index) =>
        this.child(
          age,
          sexes[index] ?? ((number + index) % 2 === 0 ? 'female' : 'male'),
          surname,
          names[index],
        ),
      ),
      guardians: adults.map((relation, index) => this.adult(surname, relation, number + index)),
    };
  }

  private child(age: number, sex: DemoPerson['sex'], surname: string, wished?: string): DemoChild {
    const name = wished ?? surname + pick(sex === 'male' ? BOYS : GIRLS, this.people);
    const person = this.person(name, sex, age);
    if (age < 6) return person;
    return age < 12
      ? { ...person, school: '平新县第一小学', className: `${'一二三四五六'.charAt(age - 6)}年级二班` }
      : {
          ...person,
          school: '平新县第二中学',
          className: age < 15 ? `初${'一二三'.charAt(age - 12)}四班` : '高一三班',
        };
  }

  private adult(surname: string, relation: string, index: number): DemoGuardian {
    const isWoman = WOMEN_RELATIONS.has(relation);
    const age = (GRANDPARENTS.has(relation) ? 64 : 33) + (index % 8);
    const person = this.person(
      surname + pick(isWoman ? WOMEN : MEN, this.people),
      isWoman ? 'female' : 'male',
      age,
    );
    return { ...person, phone: `123${String(this.people).padStart(8, '0')}`, relation };
  }

  private person(name: string, sex: DemoPerson['sex'], age: number): DemoPerson {
    const number = this.people++;
    const birthDate = bornOn(this.today, age, pick(MONTH_DAYS, number));
    return { name, sex, birthDate, idNumber: makeDemoIdNumber(birthDate, sex, number % 500) };
  }
}

/** The birthday of somebody who is `age` full years old today. */
function bornOn(today: string, age: number, monthDay: string): string {
  const year = Number(today.slice(0, 4)) - age - (today.slice(5) < monthDay ? 1 : 0);
  return `${year}-${monthDay}`;
}
