/**
 * A service of a plan: 草案 while the plan waits for its approval, then 待开始 → 进行中 → 已完成, or 已取消. The draft of a
 * plan that was sent back or overtaken is never shown as work.
 */
export const SERVICE_STATES = {
  draft: '待方案审核',
  planned: '待开始',
  ongoing: '进行中',
  done: '已完成',
  cancelled: '已取消',
  dropped: '方案未采用',
} as const;
export type ServiceState = keyof typeof SERVICE_STATES;

/** Somebody has to do something about it; a case with such a service cannot ask to be closed. */
export const OPEN_SERVICE_STATES = ['planned', 'ongoing'] as const satisfies readonly ServiceState[];
