/** 工作站与单位: who keeps stations, posts and yearly checks on record, who found somebody, and whose year is over. */
import { addDays } from '@tonghu/backend/kernel';
import { AGENCY, committeeOf, LIUXI, QINGHE, stationOf } from '../../accounts/demo-agencies';
import type { Story } from '../history';
import type { World } from './world';

interface Entry {
  readonly daysAgo: number;
  readonly by: string;
  readonly unit: string;
  readonly action: 'record-station' | 'record-post' | 'record-check' | 'record-audit';
  /** What is recorded besides the day. */
  readonly words: object;
}

const DAY_OF = {
  'record-station': 'openedOn',
  'record-post': 'sinceOn',
  'record-check': 'checkedOn',
  'record-audit': 'auditedOn',
} as const;

const post = (holder: string, phone: string): object => ({ holder, phone });
const check = (staff: number, hits = 0): object => ({ staff, queried: staff, hits, handled: hits });

/** 云岭乡, most villages and the welfare home say nothing: silence is listed. */
const ENTRIES: readonly Entry[] = [
  {
    daysAgo: 430,
    by: 'yiyuan',
    unit: AGENCY.hospital,
    action: 'record-check',
    words: check(186),
  },
  {
    daysAgo: 300,
    by: 'dudao',
    unit: stationOf(LIUXI),
    action: 'record-station',
    words: { address: '柳溪镇政府一楼东侧', dutyPhone: '12300000021', staff: 3 },
  },
  {
    daysAgo: 290,
    by: 'dudao2',
    unit: stationOf(QINGHE),
    action: 'record-station',
    words: { address: '清荷街道办事处二楼', dutyPhone: '12300000022', staff: 2 },
  },
  {
    daysAgo: 280,
    by: 'dudao',
    unit: committeeOf('990101100200'),
    action: 'record-post',
    words: post('田小满', '12300000023'),
  },
  {
    daysAgo: 270,
    by: 'dudao2',
    unit: committeeOf('990101001001'),
    action: 'record-post',
    words: post('荷小塘', '12300000024'),
  },
  // One of the staff was found and dismissed (未成年人保护法 62).
  {
    daysAgo: 190,
    by: 'xiaozhang',
    unit: AGENCY.school,
    action: 'record-check',
    words: check(74, 1),
  },
  {
    daysAgo: 120,
    by: 'jiuzhu',
    unit: AGENCY.shelter,
    action: 'record-check',
    words: check(12),
  },
  {
    daysAgo: 60,
    by: 'shouli1',
    unit: AGENCY.intake,
    action: 'record-audit',
    words: { method: 'self', findings: 2 },
  },
];

export async function* unitsOnRecord({ door, history }: World): Story {
  for (const { daysAgo, by, unit, action, words } of ENTRIES) {
    yield history.day(-daysAgo, '16:20');
    const body = { [DAY_OF[action]]: addDays(history.today, -daysAgo), ...words };
    await (await door.as(by)).quietly('agencies', unit, action, body);
  }
}
