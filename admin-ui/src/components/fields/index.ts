export { FormAnswer, FormCheck, FormChecks, FormChoice, FormYesNo } from './ChoiceFields';
export type { Choice } from './ChoiceFields';
export { ChildVoiceFields } from './ChildVoiceFields';
export { FieldShell, fieldId } from './FieldShell';
export { FormDate, FormInstant, FormSelect, FormText } from './TextFields';
