import type { FieldErrors } from '../child-voice.rules';

/**
 * 保管期限. No text found fixes how long a child protection file is kept (domain R15): for ever or 30 years is this system's
 * suggestion (D); the local archive decides (机关档案管理规定 knows 永久, 30年 and 10年).
 */
export const RETENTIONS = {
  permanent: { name: '永久', years: null },
  long_term: { name: '长期（30年）', years: 30 },
} as const;
export type Retention = keyof typeof RETENTIONS;

const LONGEST_TITLE = 200;

/** What is wrong with the list of papers of a file, by field. */
export function documentErrors(documents: readonly string[]): FieldErrors {
  const errors: FieldErrors = {};
  documents.forEach((title, index) => {
    if (title.trim() === '' || title.length > LONGEST_TITLE)
      errors[`documents.${index}`] = [`请填写材料名称，不超过 ${LONGEST_TITLE} 字`];
  });
  return errors;
}
