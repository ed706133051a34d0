/** Facts that triage ticks before conditional rows of the routing table are sent. Source: the co-handling table (D). */
import type { CodeItem } from './types';

export const ROUTING_CONDITIONS = [
  { code: 'school', name: '孩子在校就读，或事情发生在学校，且校方联系人无须回避' },
  { code: 'injury', name: '需要就医、体检或伤情鉴定' },
  { code: 'severe', name: '情节严重，或涉嫌违法犯罪' },
  { code: 'placement', name: '需要带离或临时安置' },
  { code: 'no_guardian', name: '暂时查找不到监护人' },
  { code: 'counselling', name: '需要持续的心理辅导或陪伴' },
  { code: 'legal_aid', name: '需要法律援助' },
  { code: 'protection_order', name: '需要申请人身安全保护令' },
  { code: 'disability', name: '孩子残疾或疑似残疾' },
  { code: 'village_safe', name: '已确认村（居）无须回避，告知后不会惊动疑似侵害人' },
  { code: 'emergency_event', name: '由自然灾害、事故灾难、公共卫生等突发事件引起' },
] as const satisfies readonly CodeItem[];
