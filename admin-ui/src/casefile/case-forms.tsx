import type { ActionForm } from '../access';
import type { Case } from '../api';
import { assistanceForms } from './forms/assistance-forms';
import { coreForms } from './forms/core-forms';
import { emergencyForms } from './forms/emergency-forms';
import { guardianshipForms } from './forms/guardianship-forms';
import { lifecycleForms } from './forms/lifecycle-forms';
import { placementForms } from './forms/placement-forms';

/** What each action of a case asks for; long forms are pages. */
export const caseForms: Readonly<Record<string, ActionForm<Case>>> = {
  ...coreForms,
  ...emergencyForms,
  ...placementForms,
  ...assistanceForms,
  ...guardianshipForms,
  ...lifecycleForms,
};
