/** Numbers of records; a name that stands in the place of one stays at home. */
const NUMBER = /^[A-Z]{1,6}\d{8}-\d{6,7}(-\d{1,3})?$/u;

export interface Worded {
  readonly number: string;
  readonly urgency: string | null;
}

/**
 * All that leaves the house (security.md S01): that something waits, its number, and where to sign in. The link is the list
 * of notices and not the record: an address that says "cases" on a lock screen says too much.
 */
export function wordsOf({ number, urgency }: Worded, publicUrl: string): string {
  const task = `您有一条${urgency === 'U0' ? '紧急' : ''}待办`;
  const which = NUMBER.test(number) ? `：${number}` : '';
  return `【童护】${task}${which}，请登录查看 ${publicUrl.replace(/\/+$/u, '')}/notices`;
}
