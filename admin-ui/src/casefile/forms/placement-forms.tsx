import type { ActionForm } from '../../access';
import type { Case } from '../../api';

/** 就医、临时监护、安置、交接、送回. */
export const placementForms: Readonly<Record<string, ActionForm<Case>>> = {};
