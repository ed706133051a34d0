/**
 * Three invented families of 平新县. ID numbers lie on an area code that does not exist, phone numbers begin with 123, which
 * no mobile network uses; birth dates follow today, so that the children stay children.
 */
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
  readonly key: 'stone-bridge' | 'persimmon' | 'lotus';
  readonly regionCode: string;
  readonly address: string;
  readonly children: readonly DemoChild[];
  readonly guardians: readonly DemoGuardian[];
}

const SCHOOL = '平新县第一小学';

/** The families as they are on a day, 'YYYY-MM-DD'. */
export function demoFamilies(today: string): DemoFamily[] {
  const person = (
    name: string,
    sex: DemoPerson['sex'],
    age: number,
    monthDay: string,
    seq: number,
  ): DemoPerson => {
    const birthDate = bornOn(today, age, monthDay);
    return { name, sex, birthDate, idNumber: makeDemoIdNumber(birthDate, sex, seq) };
  };
  return [
    {
      key: 'stone-bridge',
      regionCode: '990101100201',
      address: '柳溪镇石桥湾村三组',
      children: [{ ...person('石小桥', 'male', 9, '03-15', 11), school: SCHOOL, className: '三年级二班' }],
      guardians: [
        { ...person('石大河', 'male', 36, '07-02', 12), phone: '12300000011', relation: '51' },
        { ...person('水清浅', 'female', 34, '10-20', 13), phone: '12300000012', relation: '52' },
      ],
    },
    {
      key: 'persimmon',
      regionCode: '990101100200',
      address: '柳溪镇柿园村一组',
      children: [
        { ...person('柿小红', 'female', 11, '05-28', 21), school: SCHOOL, className: '五年级一班' },
        { ...person('柿小青', 'male', 6, '09-09', 22), school: SCHOOL, className: '一年级三班' },
      ],
      guardians: [{ ...person('柿奶奶', 'female', 67, '01-30', 23), phone: '12300000021', relation: '62' }],
    },
    {
      key: 'lotus',
      regionCode: '990101001001',
      address: '清荷街道荷塘社区二号楼',
      children: [
        { ...person('荷小满', 'female', 13, '12-01', 31), school: '平新县第二中学', className: '初一四班' },
      ],
      guardians: [{ ...person('荷知秋', 'female', 40, '04-18', 32), phone: '12300000031', relation: '52' }],
    },
  ];
}

/** The birthday of somebody who is `age` full years old today. */
function bornOn(today: string, age: number, monthDay: string): string {
  const year = Number(today.slice(0, 4)) - age - (today.slice(5) < monthDay ? 1 : 0);
  return `${year}-${monthDay}`;
}
