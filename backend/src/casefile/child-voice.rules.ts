export interface ChildVoice {
  readonly childOpinion?: string;
  readonly noOpinionReason?: string;
}

export type FieldErrors = Record<string, string[]>;

export const NO_CHILD_VOICE = '请记录孩子的意见，或写明为什么没有听取';

/** At every decision the child's opinion is recorded, or why it was not heard (未成年人保护法 4(五), 19). */
export function childVoiceErrors(voice: ChildVoice): FieldErrors {
  const said = (text: string | undefined): boolean => (text ?? '').trim() !== '';
  return said(voice.childOpinion) || said(voice.noOpinionReason) ? {} : { childOpinion: [NO_CHILD_VOICE] };
}
