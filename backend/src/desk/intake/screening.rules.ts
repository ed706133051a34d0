/** What somebody may have checked before a report is filed away; the first one always (design §3: earlier reports are read again). */
export const SCREEN_OUT_CHECKS = [
  'EARLIER_REPORTS',
  'REPORTER_HEARD',
  'OTHERS_HEARD',
  'CHILD_SEEN',
  'POLICE_ANSWERED',
] as const;

/** Earlier reports were read, and somebody who knows something was heard: without both nothing was checked (D). */
export function screenOutErrors(checks: readonly string[]): Record<string, string[]> {
  if (!checks.includes('EARLIER_REPORTS')) return { checks: ['请先查看这个孩子以前的报告，再勾选'] };
  return checks.some((code) => code !== 'EARLIER_REPORTS')
    ? {}
    : { checks: ['请至少再做一项核对：向报告人、学校、村（社区）或公安了解，或者见到孩子'] };
}
