import type { ReferenceData } from '../../support/reference';

export interface Destination {
  readonly code: string;
  readonly name: string;
}

/** Other districts whose intake desk uses this system, so that it can answer for itself. */
export function destinationsFrom(reference: ReferenceData, districtCode: string): Destination[] {
  return reference
    .districts()
    .filter(({ code }) => code !== districtCode)
    .filter(({ code }) => reference.agenciesOfKind(code, 'intake').some(({ logsIn }) => logsIn))
    .map(({ code, name }) => ({ code, name }));
}
