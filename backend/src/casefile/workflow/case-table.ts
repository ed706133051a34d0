import type { Transition } from '../../kernel';
import type { Permission } from '../../support/access';
import type { NoticeKind } from '../../support/notifications';
import type { CasePhase } from '../case-phases';
import type { CaseFacts } from './case-facts';

/** One action of a case: its transition, the right it needs, and what the action log calls it afterwards. */
export interface CaseAction extends Transition<CasePhase, CaseFacts> {
  /** The route names the same one. */
  readonly permission: Permission;
  /** In 办理经过: what was done. */
  readonly done: string;
  /** An agency whose part in the case is one `order` may take it too; `seat`: also one that was called to a conference. */
  readonly byHolders?: 'order' | 'seat';
  /**
   * Who hears of it: those who do the work; the agency that owns the case; whoever looks at a closing first (the township
   * of a village, else the owner); owner and township together. Absent: open screens only.
   */
  readonly notice?: {
    readonly to: 'worker' | 'owner' | 'signer' | 'leaders';
    readonly kind: NoticeKind;
  };
}
export type CaseActions = Readonly<Record<string, CaseAction>>;
