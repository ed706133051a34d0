/**
 * Places. 新华区: 统计用区划代码 of the National Bureau of Statistics as of 2023-06-30, padded to 12 digits; its villages are
 * entered by the district, which holds their codes. 平新县 is invented: 990101 is no area of China, so that no real agency
 * and no real place can appear in a demonstration.
 */
import type { RegionSeed } from './types';

const AS_OF = '2023-06-30';
const REAL_DISTRICT = '410402000000';
const DEMO_DISTRICT = '990101000000';

function township(nineDigits: string, name: string): RegionSeed {
  return {
    code: `${nineDigits}000`,
    name,
    level: 'township',
    parent: REAL_DISTRICT,
    demo: false,
    validFrom: AS_OF,
  };
}

/** Belongs to 新华区 by administration, is coded and managed by the city's 城乡一体化示范区. */
function managedElsewhere(nineDigits: string, name: string): RegionSeed {
  return {
    ...township(nineDigits, name),
    managedBy: '410472000000',
    note: '行政上属新华区，由城乡一体化示范区管理；孩子由谁办理须由当地确认。',
  };
}

function demoTownship(
  nineDigits: string,
  name: string,
  villages: readonly (readonly [suffix: string, name: string])[],
): RegionSeed[] {
  const base = { demo: true, validFrom: AS_OF } as const;
  const code = `${nineDigits}000`;
  return [
    { code, name, level: 'township', parent: DEMO_DISTRICT, ...base },
    ...villages.map(([suffix, villageName]): RegionSeed => {
      return { code: `${nineDigits}${suffix}`, name: villageName, level: 'village', parent: code, ...base };
    }),
  ];
}

/** Parents come before their children. */
export const REGIONS: readonly RegionSeed[] = [
  { code: REAL_DISTRICT, name: '新华区', level: 'district', parent: null, demo: false, validFrom: AS_OF },
  township('410402001', '曙光街街道'),
  township('410402002', '光明路街道'),
  township('410402003', '中兴路街道'),
  township('410402004', '矿工路街道'),
  township('410402005', '西市场街道'),
  township('410402006', '新新街街道'),
  township('410402007', '青石山街道'),
  township('410402008', '湛河北路街道'),
  township('410402010', '西高皇街道'),
  township('410402100', '焦店镇'),
  township('410402400', '香山街道筹备组（香山管委会）'),
  managedElsewhere('410472001', '湖滨路街道'),
  managedElsewhere('410472101', '滍阳镇'),
  { code: DEMO_DISTRICT, name: '平新县', level: 'district', parent: null, demo: true, validFrom: AS_OF },
  // Suffixes 001–199 are 居委会, 200–399 村委会.
  ...demoTownship('990101001', '清荷街道', [
    ['001', '荷塘社区'],
    ['002', '望河社区'],
    ['003', '书院社区'],
    ['004', '新桥社区'],
    ['005', '柳荫社区'],
    ['006', '东关社区'],
    ['007', '西苑社区'],
    ['008', '梧桐社区'],
    ['009', '钟楼社区'],
    ['010', '杏花社区'],
    ['011', '春晖社区'],
    ['012', '锦绣社区'],
  ]),
  ...demoTownship('990101100', '柳溪镇', [
    ['001', '柳溪社区'],
    ['200', '柿园村'],
    ['201', '石桥湾村'],
    ['202', '大槐树村'],
    ['203', '梨花坞村'],
    ['204', '水磨村'],
    ['205', '双井村'],
    ['206', '瓦窑村'],
    ['207', '南坡村'],
    ['208', '芦苇荡村'],
    ['209', '打麦场村'],
    ['210', '月亮湾村'],
  ]),
  ...demoTownship('990101200', '云岭乡', [
    ['200', '云岭村'],
    ['201', '竹林坪村'],
    ['202', '羊角沟村'],
    ['203', '青石崖村'],
    ['204', '松树坳村'],
    ['205', '云台村'],
    ['206', '板栗沟村'],
    ['207', '茶园村'],
    ['208', '石门村'],
    ['209', '杉木坪村'],
    ['210', '鹰嘴崖村'],
    ['211', '野菊坡村'],
  ]),
];
