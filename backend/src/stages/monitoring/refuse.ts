import type { FieldErrors } from '../../casefile';
import { InvalidInput } from '../../kernel';

/** @throws InvalidInput 422 when anything is wrong */
export function refuse(errors: FieldErrors): void {
  if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
}
