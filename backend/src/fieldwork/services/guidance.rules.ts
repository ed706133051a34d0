/** How family-education guidance was given (家庭教育促进法 30, 48; D22). */
export const GUIDANCE_METHODS = {
  home: '入户面对面',
  centre: '在指导站点、家长学校',
  phone: '电话、视频',
  group: '集体课堂',
} as const;
export type GuidanceMethod = keyof typeof GUIDANCE_METHODS;

/** Nobody guides longer on one day; larger numbers are a slip of the hand. */
export const LONGEST_MINUTES = 480;
