/** Roles of this installation; the Chinese name is what screens show (domain.md §2). */
export const ROLES = {
  school_reporter: { name: '学校报告人', sharesAgency: false },
  intake_officer: { name: '区未保办受理员', sharesAgency: true },
  police_handler: { name: '公安办案民警', sharesAgency: true },
  agency_handler: { name: '协办单位经办人', sharesAgency: true },
  child_supervisor: { name: '儿童督导员', sharesAgency: true },
  child_director: { name: '儿童主任', sharesAgency: true },
  civil_affairs: { name: '民政局未保干部', sharesAgency: true },
  medical_reporter: { name: '医疗机构报告人', sharesAgency: true },
  unit_reporter: { name: '其他单位报告人', sharesAgency: false },
  hotline_operator: { name: '热线话务员', sharesAgency: true },
  shelter_worker: { name: '救助保护（福利）机构工作人员', sharesAgency: true },
  wcc_officer: { name: '妇儿工委办工作人员', sharesAgency: true },
  auditor: { name: '审计监督人员', sharesAgency: false },
  administrator: { name: '系统管理员', sharesAgency: false },
} as const satisfies Record<string, { name: string; sharesAgency: boolean }>;

/** A role somebody can sign in with. */
export type AccountRole = keyof typeof ROLES;
export type Role = AccountRole | 'system';

/** The Chinese name of a role, for screens and notices. */
export function roleName(role: Role): string {
  return role === 'system' ? '系统' : ROLES[role].name;
}
