import type { Case, ServiceItem } from '../api';

/** Services somebody still has to do something about. */
export function openServices({ services }: Pick<Case, 'services'>): ServiceItem[] {
  return (services ?? []).filter(({ state }) => state === 'planned' || state === 'ongoing');
}
