/** Who must not know of the record of a notice (谁不能知道), as SQL with a `principal_id`; both arguments are expressions. */
export function excludedFromSql(subjectKind: string, subjectId: string): string {
  return `
    SELECT x.principal_id FROM case_exclusion x
     WHERE x.case_id = CASE ${subjectKind} WHEN 'case' THEN ${subjectId}
       WHEN 'work_order' THEN (SELECT w.case_id FROM work_order w WHERE w.id = ${subjectId})
       WHEN 'agency_notice' THEN (SELECT g.case_id FROM agency_notice g WHERE g.id = ${subjectId}) END
    UNION ALL
    SELECT x.principal_id FROM report_exclusion x WHERE ${subjectKind} = 'report' AND x.report_id = ${subjectId}
    UNION ALL
    SELECT x.principal_id FROM watch_exclusion x WHERE ${subjectKind} = 'watch_item' AND x.watch_item_id = ${subjectId}`;
}
