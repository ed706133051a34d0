import type { ActionForm } from '../../access';
import type { Case } from '../../api';

/** 监护干预、会商、法律程序. */
export const guardianshipForms: Readonly<Record<string, ActionForm<Case>>> = {};
