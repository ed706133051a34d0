/** 重点时段排查: one that runs, with a village that has reported and others that still look. */
import { addDays } from '@tonghu/backend/kernel';
import type { Story } from '../history';
import type { World } from './world';

interface Sheet {
  readonly id: string;
  readonly regionCode: string;
}
interface SheetPage {
  readonly children: readonly { readonly taskId: string }[] | null;
}

/** Begun a week ago by 云岭乡 and open for another week; 云岭村 waits to be signed off. */
export async function* screening({ door, history }: World, regions: readonly string[]): Story {
  yield history.day(-6, '09:40');
  const township = await door.as('dudao3');
  const { id } = await township.post<{ id: string }>('/campaigns', {
    title: '入冬安全排查',
    kind: 'COLD_HEAT',
    regions,
    categories: [],
    checklist: ['CARER_PRESENT', 'NO_INJURY', 'ENOUGH_FOOD', 'HOUSE_SAFE', 'NOT_ALONE'],
    startsOn: addDays(history.today, -6),
    endsOn: addDays(history.today, 8),
    instructions: '每户都要见到孩子，看用火用电和取暖。',
  });
  const { sheets } = await township.act<{ sheets: readonly Sheet[] | null }>('campaigns', id, 'publish');
  const first = sheets?.find(({ regionCode }) => regionCode === regions[0]);
  if (first === undefined) throw new Error('The screening has no sheet');
  yield history.day(-2, '17:05');
  const village = await door.as('zhuren4');
  const { children } = await village.get<SheetPage>(`/campaign-sheets/${first.id}`);
  for (const { taskId } of children ?? [])
    await village.quietly('campaign-sheets', first.id, 'record-child', { taskId, met: true, findings: [] });
  await village.quietly('campaign-sheets', first.id, 'submit');
}
