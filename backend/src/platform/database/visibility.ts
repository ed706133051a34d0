/**
 * The visibility rule of each noun as an SQL expression. The functions are installed by migration and used by row-level
 * security too, so the rule is written once (design §7); lists and lock queries name it again so that a missing policy
 * alone never opens a record. Tests open this first wall to prove that the second one holds.
 */
export const visibility = {
  report: (alias: string): string => `can_see_report(${alias}.id)`,
  /** Working on a report is more than having filed it. */
  reportwork: (alias: string): string => `can_work_report(${alias}.id)`,
  case: (alias: string): string => `can_see_case(${alias}.id)`,
  /** More than holding one order of the case. */
  casework: (alias: string): string => `can_work_case(${alias}.id)`,
  attachment: (alias: string): string =>
    `can_see_attachment(${alias}.subject_kind, ${alias}.report_id, ${alias}.case_id, ${alias}.work_order_id, ${alias}.uploaded_by)`,
  workOrder: (alias: string): string =>
    `can_see_work_order(${alias}.agency_id, ${alias}.case_id, ${alias}.issued_by_agency_id)`,
  watchItem: (alias: string): string => `can_see_watch_item(${alias}.id)`,
  campaign: (alias: string): string => `can_see_campaign(${alias}.id)`,
  /** 告知: for the agency it went to, unless withdrawn, and for those who work on the case. */
  agencyNotice: (alias: string): string =>
    `can_see_agency_notice(${alias}.agency_id, ${alias}.case_id, ${alias}.state)`,
  /** The sheet of one village in a campaign. */
  campaignSheet: (alias: string): string =>
    `can_see_campaign_part(${alias}.campaign_id, ${alias}.agency_id, ${alias}.station_agency_id, NULL)`,
  campaignTask: (alias: string): string =>
    `can_see_campaign_part(${alias}.campaign_id, ${alias}.agency_id, ${alias}.station_agency_id, ${alias}.watch_item_id)`,
  /** 单位 with its records, for itself, who stands above it and the district's desk. */
  unit: (alias: string): string => `can_see_unit(${alias}.id)`,
  person: (alias: string): string => `can_see_person(${alias}.id)`,
  /** Where a child stays is for those who work on its case. */
  placement: (alias: string): string => `can_work_case(${alias}.case_id)`,
  transfer: (alias: string): string =>
    `can_see_transfer(${alias}.district_code, ${alias}.case_id, ${alias}.to_district)`,
  /** 发送记录 of an urgent message. */
  dispatch: (alias: string): string => `can_see_dispatch(${alias}.alert_id, ${alias}.agency_id)`,
  notice: (alias: string): string => {
    const columns = ['user_id', 'agency_id', 'subject_kind', 'subject_id']
      .map((name) => `${alias}.${name}`)
      .join(', ');
    return `(can_see_notice(${columns}) OR can_see_transfer_notice(${columns}) OR can_see_unit_notice(${columns})
      OR can_see_inform_notice(${columns}) OR can_see_alert_notice(${alias}.user_id, ${alias}.agency_id, ${alias}.alert_id))`;
  },
  /** 需确认, for whom it was sent to. */
  alert: (alias: string): string => `can_see_alert(${alias}.called, ${alias}.report_id, ${alias}.case_id)`,
  deadline: (alias: string): string =>
    `(can_see_deadline(${alias}.owner_agency_id, ${alias}.owner_user_id, ${alias}.report_id, ${alias}.case_id)
      OR (${alias}.subject_kind = 'watch_item' AND can_see_watch_item(${alias}.subject_id))
      OR (${alias}.subject_kind = 'campaign_sheet' AND can_see_campaign_sheet(${alias}.subject_id))
      OR (${alias}.subject_kind = 'agency' AND can_see_unit(${alias}.subject_id)))`,
};
