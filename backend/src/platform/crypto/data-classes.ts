/**
 * Classes of data; access rules give each role the classes it may read (个人信息保护法 28: the data of a child
 * under 14 is sensitive; 未成年人保护法 103: nothing that identifies a child is disclosed).
 */
export const DATA_CLASSES = [
  'identity', // 身份信息: who somebody is
  'contact', // 联系方式: how and where to reach them
  'reporter', // 报告人信息: sealed, opened only with a recorded reason (反家庭暴力法 14)
  'health', // 健康信息
  'placementAddress', // 安置地点: hidden from village, school and family channels
  'sexualAssault', // 性侵害信息
  'juvenileRecord', // 未成年人违法犯罪记录: 封存 (预防未成年人犯罪法 59)
  'narrative', // 案情叙述
  'plain', // 一般信息
] as const;

export type DataClass = (typeof DATA_CLASSES)[number];

/**
 * Whose data key encrypts a column: the subject id to hand to the key store.
 * `caseOrReport`: the case, or the report while there is no case. The row must store which of the two it took,
 * because a case may be opened later while the ciphertext stays under the report's key.
 * `childOrTask`: the watched child, or the campaign task itself when it is about somebody nobody watches yet.
 */
export type KeyOwner =
  | 'transfer'
  | 'unitRecord'
  | 'account'
  | 'person'
  | 'reporter'
  | 'report'
  | 'incident'
  | 'case'
  | 'caseOrReport'
  | 'campaign'
  | 'childOrTask';

export type DataColumnRule =
  | { readonly class: DataClass; readonly encrypted: true; readonly key: KeyOwner }
  | { readonly class: DataClass; readonly encrypted: false };

/**
 * THE table of sensitive columns, `table.column`. A column that holds something about a person is added here
 * before it is added to the database. The class belongs to the column, never to a row: an account of sexual
 * assault stays in the narrative column, and who may open such a case is decided by the case's own access rules.
 * The names are part of every ciphertext's binding: renaming one makes old rows unreadable.
 */
export const DATA_COLUMNS = {
  'person.name': { class: 'identity', encrypted: true, key: 'person' },
  'person.id_number': { class: 'identity', encrypted: true, key: 'person' },
  'person.phone': { class: 'contact', encrypted: true, key: 'person' },
  'person.address': { class: 'contact', encrypted: true, key: 'person' },
  'person.school': { class: 'identity', encrypted: true, key: 'person' }, // 就读学校 identifies a child (未成年人保护法 103)
  'person.remark': { class: 'narrative', encrypted: true, key: 'person' },
  'person_exclusion.reason': { class: 'narrative', encrypted: true, key: 'person' },

  'reporter.name': { class: 'reporter', encrypted: true, key: 'reporter' },
  'reporter.phone': { class: 'reporter', encrypted: true, key: 'reporter' },
  'reporter.position': { class: 'reporter', encrypted: true, key: 'reporter' },
  'reporter_disclosure.reason': { class: 'narrative', encrypted: true, key: 'reporter' },

  'report.narrative': { class: 'narrative', encrypted: true, key: 'report' },
  'report.child_sheet': { class: 'identity', encrypted: true, key: 'report' }, // JSON: the children as described
  'report.suspect_sheet': { class: 'identity', encrypted: true, key: 'report' }, // JSON: 疑似侵害人 as described
  'report.injury': { class: 'health', encrypted: true, key: 'report' },
  'report.evidence': { class: 'narrative', encrypted: true, key: 'report' },
  'report.present_place': { class: 'contact', encrypted: true, key: 'report' }, // where the child is now
  'report.other_risk': { class: 'narrative', encrypted: true, key: 'report' },
  'report.exclusion_note': { class: 'narrative', encrypted: true, key: 'report' }, // 谁不能知道
  'report_addition.body': { class: 'narrative', encrypted: true, key: 'report' },
  'report_screening.reason': { class: 'narrative', encrypted: true, key: 'report' },
  'report_screening.remark': { class: 'narrative', encrypted: true, key: 'report' },
  'report_transfer.body': { class: 'narrative', encrypted: true, key: 'report' }, // JSON: to whom, why, with what
  'report_transfer.reply': { class: 'narrative', encrypted: true, key: 'report' },
  'draft.body': { class: 'narrative', encrypted: true, key: 'report' }, // the subject is the draft's own id
  'incident.place': { class: 'narrative', encrypted: true, key: 'incident' },

  'case_action.note': { class: 'narrative', encrypted: true, key: 'case' },
  'visit.body': { class: 'narrative', encrypted: true, key: 'case' },
  'assessment.body': { class: 'narrative', encrypted: true, key: 'case' },
  'assessment.override_reason': { class: 'narrative', encrypted: true, key: 'case' },
  'assessment_review.note': { class: 'narrative', encrypted: true, key: 'case' },
  'plan.body': { class: 'narrative', encrypted: true, key: 'case' },
  'plan_decision.note': { class: 'narrative', encrypted: true, key: 'case' },
  'plan_review.body': { class: 'narrative', encrypted: true, key: 'case' },
  'plan_service.provider_words': { class: 'narrative', encrypted: true, key: 'case' }, // may name a person
  'plan_service.result': { class: 'narrative', encrypted: true, key: 'case' },
  'guidance_record.body': { class: 'narrative', encrypted: true, key: 'case' },
  'safety_check.body': { class: 'narrative', encrypted: true, key: 'case' },
  'conference.body': { class: 'narrative', encrypted: true, key: 'case' },
  'conference.conclusion_body': { class: 'narrative', encrypted: true, key: 'case' },
  'conference_participant.body': { class: 'narrative', encrypted: true, key: 'case' }, // a relative's name, an opinion
  'conference_task.body': { class: 'narrative', encrypted: true, key: 'case' },
  'conference_task.result': { class: 'narrative', encrypted: true, key: 'case' },
  'proceeding.body': { class: 'narrative', encrypted: true, key: 'case' }, // document and receipt numbers too
  'custody.body': { class: 'narrative', encrypted: true, key: 'case' },
  'custody.end_body': { class: 'narrative', encrypted: true, key: 'case' },
  'custody_extension.body': { class: 'narrative', encrypted: true, key: 'case' },
  'medical_record.place': { class: 'placementAddress', encrypted: true, key: 'case' }, // the hospital: where the child may be found
  'medical_record.body': { class: 'health', encrypted: true, key: 'case' },
  'placement.place': { class: 'placementAddress', encrypted: true, key: 'case' }, // JSON: carer or agency, address
  'placement.body': { class: 'narrative', encrypted: true, key: 'case' },
  'placement.end_body': { class: 'narrative', encrypted: true, key: 'case' },
  'placement_review.body': { class: 'narrative', encrypted: true, key: 'case' },
  'return_notice.body': { class: 'narrative', encrypted: true, key: 'case' },
  'handover.place': { class: 'placementAddress', encrypted: true, key: 'case' }, // JSON: to whom and where
  'handover.body': { class: 'narrative', encrypted: true, key: 'case' },
  'police_statement.body': { class: 'narrative', encrypted: true, key: 'case' },
  'measure.body': { class: 'narrative', encrypted: true, key: 'case' }, // document numbers and names too
  'measure_service.body': { class: 'narrative', encrypted: true, key: 'case' },
  'guardian_duty.body': { class: 'narrative', encrypted: true, key: 'case' },
  'closing.body': { class: 'narrative', encrypted: true, key: 'case' },
  'closing.endorsement': { class: 'narrative', encrypted: true, key: 'case' },
  'case_follow_up.body': { class: 'narrative', encrypted: true, key: 'case' },
  'case_suspension.body': { class: 'narrative', encrypted: true, key: 'case' },
  'case_transfer.sheet': { class: 'identity', encrypted: true, key: 'transfer' },
  'case_transfer.reply': { class: 'narrative', encrypted: true, key: 'transfer' },
  'case_death.body': { class: 'narrative', encrypted: true, key: 'case' },
  'case_death.review': { class: 'narrative', encrypted: true, key: 'case' },
  'case_archive.body': { class: 'narrative', encrypted: true, key: 'case' },
  'feedback.body': { class: 'narrative', encrypted: true, key: 'case' },

  'incident.summary': { class: 'narrative', encrypted: true, key: 'incident' }, // 对外摘要
  'work_order.reply': { class: 'narrative', encrypted: true, key: 'caseOrReport' },
  'work_order.receipt': { class: 'contact', encrypted: true, key: 'caseOrReport' }, // who took it, under which number
  'work_order_step.note': { class: 'narrative', encrypted: true, key: 'caseOrReport' },
  // A file name names the child more often than not; the file itself is sealed under the same key (platform/files).
  'attachment.name': { class: 'identity', encrypted: true, key: 'caseOrReport' },
  'attachment.withdrawal': { class: 'narrative', encrypted: true, key: 'caseOrReport' },

  'watch_item.body': { class: 'narrative', encrypted: true, key: 'person' },
  'watch_visit.body': { class: 'narrative', encrypted: true, key: 'person' },
  'entrusted_care.body': { class: 'narrative', encrypted: true, key: 'person' },
  'parent_contact.body': { class: 'narrative', encrypted: true, key: 'person' },
  'watch_action.note': { class: 'narrative', encrypted: true, key: 'person' },
  'unit_record.body': { class: 'contact', encrypted: true, key: 'unitRecord' }, // who holds a post, and the telephone
  'user_contact.phone': { class: 'contact', encrypted: true, key: 'account' }, // of an official, for duty alone
  'user_contact.email': { class: 'contact', encrypted: true, key: 'account' },
  'campaign.body': { class: 'plain', encrypted: true, key: 'campaign' }, // title and instructions: a name may slip in
  'campaign_action.note': { class: 'narrative', encrypted: true, key: 'campaign' },
  'campaign_task.body': { class: 'narrative', encrypted: true, key: 'childOrTask' },
} as const satisfies Record<string, DataColumnRule>;

/** A column of the table. */
export type DataColumn = keyof typeof DATA_COLUMNS;
