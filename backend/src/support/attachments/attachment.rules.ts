/** What a file may be attached to. */
export const SUBJECT_KINDS = ['report', 'case', 'work_order'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** The class of what a file shows, as the field rules of the case page name it. */
export type PurposeClass = 'narrative' | 'placementAddress';

interface Purpose {
  readonly name: string;
  readonly kinds: readonly SubjectKind[];
  readonly class: PurposeClass;
  /** What to mind before it is added. */
  readonly hint?: string;
}

/** What a file is for (domain §8): it decides where it may be added and who may know of it. */
export const PURPOSES = {
  REPORT_MATERIAL: {
    name: '强制报告材料',
    kinds: ['report'],
    class: 'narrative',
    hint: '已有的初步核实材料。不要为收集材料去追问孩子，也不要惊动疑似侵害人。', // 强制报告意见6
  },
  SCENE_PHOTO: {
    name: '现场照片',
    kinds: ['report', 'case', 'work_order'],
    class: 'narrative',
    hint: '只拍看得到的；不脱衣检查，不拍隐私部位，伤情由医院记录。',
  },
  MEDICAL: {
    name: '就医材料',
    kinds: ['report', 'case', 'work_order'],
    class: 'narrative',
    hint: '一般写明医院和病历号即可；办案需要时由公安调取病历，不必上传整本病历。', // 强制报告意见7
  },
  RECORDING: {
    name: '录音录像',
    kinds: ['report', 'case', 'work_order'],
    class: 'narrative',
    hint: '性侵害案件的询问录音录像由公安「一站式」制作和保管，不要自行询问孩子或录音。', // 未成年人保护法112
  },
  DOCUMENT: { name: '文书', kinds: ['case', 'work_order'], class: 'narrative' },
  LETTER: { name: '商请函、协作函', kinds: ['work_order'], class: 'narrative' },
  RECEIPT_SCAN: {
    name: '回执扫描件',
    kinds: ['work_order'],
    class: 'narrative',
    hint: '对方盖章或签名的回执、受案回执、签收单。', // design §9.6, D04
  },
  REPLY: { name: '回复材料', kinds: ['work_order'], class: 'narrative' },
  PLACEMENT: {
    name: '安置材料',
    kinds: ['case'],
    class: 'placementAddress',
    hint: '含有安置地点；村（居）、学校和家庭渠道看不到。', // design §9.7
  },
  OTHER: { name: '其他', kinds: ['report', 'case', 'work_order'], class: 'narrative' },
} as const satisfies Record<string, Purpose>;
export type PurposeCode = keyof typeof PURPOSES;

const ALL: Readonly<Record<string, Purpose>> = PURPOSES;
export const PURPOSE_CODES = Object.keys(PURPOSES) as PurposeCode[];

export function purposesFor(kind: SubjectKind): PurposeCode[] {
  return PURPOSE_CODES.filter((code) => ALL[code]?.kinds.includes(kind));
}

/** A purpose of a version that knew more of them is casework like any other. */
export function purposeClass(code: string): PurposeClass {
  return ALL[code]?.class ?? 'narrative';
}

export function purposeView(code: string): { code: string; name: string; hint: string | null } {
  return { code, name: ALL[code]?.name ?? code, hint: ALL[code]?.hint ?? null };
}

/** Why somebody takes a copy out of the system; looking at it here needs no reason beyond the record itself. */
export const DOWNLOAD_REASONS = {
  CASEWORK: '办理本案需要',
  HAND_OVER: '移送有关机关',
  PRINT: '打印入卷',
  OTHER: '其他',
} as const;
export type DownloadReason = keyof typeof DOWNLOAD_REASONS;
