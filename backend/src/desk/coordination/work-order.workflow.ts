import { Workflow } from '../../kernel';

export const ORDER_STATES = {
  issued: '待签收',
  accepted: '办理中',
  returned: '已退回',
  finished: '已办结',
  withdrawn: '已撤回',
} as const;
export type OrderState = keyof typeof ORDER_STATES;

export interface OrderFacts {
  readonly refusable: boolean;
  readonly isLetter: boolean;
  /** Leads the case now. */
  readonly isLead: boolean;
  readonly agencyLogsIn: boolean;
  /** It was the lead, and another order has become it. */
  readonly otherOpenOrder: boolean;
  /** How often the task was refused, by whomever it was sent to. */
  readonly refusals: number;
  /** 协调机构裁定: binding. */
  readonly ruled: boolean;
  /** Came from the agency above, which stays responsible. */
  readonly handedOn: boolean;
  /** An agency below the holder, to which it may hand the order on. */
  readonly hasSubordinate: boolean;
  /** Handed on, and not done there yet. */
  readonly handedOpen: boolean;
  /** The actor sits at the coordination body of the district (COORDINATION_BODY). */
  readonly atCoordinationBody: boolean;
}

/** Refusals after which nobody but the coordination body decides (首接负责; DL-054). */
export const REFUSALS_BEFORE_RULING = 2;

function mayReturn(facts: OrderFacts): string | null {
  if (facts.ruled) return '这是协调机构裁定由本单位办理的工作，不能退回。';
  if (facts.handedOn) return '这是上级单位转派的工作，不能退回；如有困难请联系上级单位。';
  return facts.refusable ? null : '这是法律规定必须由本单位承担的工作，不能退回；如有困难请联系区未保办。';
}

function mayReissue(facts: OrderFacts): string | null {
  if (facts.otherOpenOrder) return '已经有其他单位主办；不再需要的，请撤回这张协办单。';
  return facts.refusals >= REFUSALS_BEFORE_RULING
    ? '已经两次被退回，须由协调机构裁定由谁办理，不能再改派。'
    : null;
}

function mayRule(facts: OrderFacts): string | null {
  if (!facts.atCoordinationBody) return '只有本区县的协调机构能裁定。';
  if (facts.otherOpenOrder) return '已经有其他单位主办；不再需要的，请撤回这张协办单。';
  return facts.refusals >= REFUSALS_BEFORE_RULING ? null : '第二次退回之后才能裁定；现在请先改派。';
}

/**
 * 协办单: 签收 is its own clock; a return needs a reason; a returned order goes back to intake, which sends it on, and
 * after the second refusal to the coordination body, which rules (首接负责). Courts and procuratorates get 协作函 that
 * nobody urges or supervises (design §9.6).
 */
export const workOrderWorkflow = new Workflow({
  name: 'work-order',
  initial: ['issued'] as OrderState[],
  final: ['finished', 'withdrawn'],
  states: ORDER_STATES,
  transitions: {
    accept: { label: '签收', from: ['issued'], to: 'accepted' },
    finish: {
      label: '办结并回复',
      from: ['accepted'],
      to: 'finished',
      guard: (facts: OrderFacts) =>
        facts.handedOpen ? '转派给下级单位的协办单还没有办结，请等它办结后再回复。' : null,
      source: '首接负责 (D)',
    },
    'add-progress': { label: '填报进展', from: ['accepted'] },
    'set-expected': { label: '登记预计办结', from: ['issued', 'accepted'], source: 'design §9.6' },
    'hand-on': {
      label: '转派下级单位',
      from: ['accepted'],
      guard: (facts: OrderFacts) => {
        if (facts.isLetter) return '协作函由收函单位办理，不能转派。';
        if (!facts.hasSubordinate) return '本单位没有可以转派的下级单位。';
        return facts.handedOpen ? '已经转派给下级单位，请等待办结。' : null;
      },
      source: '首接负责 (D)：转派后仍由本单位负责回复',
    },
    return: { label: '退回', from: ['issued', 'accepted'], to: 'returned', guard: mayReturn },
    'record-on-behalf': { label: '代登记', from: ['issued', 'accepted'], source: 'design §9.6' },
    reissue: {
      label: '改派',
      from: ['returned'],
      to: 'withdrawn',
      guard: mayReissue,
      source: '首接负责 (D)；未成年人保护法11(3)',
    },
    rule: {
      label: '裁定',
      from: ['returned'],
      to: 'withdrawn',
      guard: mayRule,
      source: 'DL-054 (D)；未成年人保护法9',
    },
    urge: {
      label: '催办',
      from: ['issued', 'accepted'],
      guard: (facts: OrderFacts) => (facts.isLetter ? '对法院、检察院只能再次商请，不能催办。' : null),
    },
    supervise: {
      label: '督办',
      from: ['issued', 'accepted'],
      guard: (facts: OrderFacts) => (facts.isLetter ? '对法院、检察院只能再次商请，不能督办。' : null),
      source: '未成年人保护法9；design §9.6',
    },
    'ask-again': {
      label: '再次商请',
      from: ['issued', 'accepted'],
      guard: (facts: OrderFacts) => (facts.isLetter ? null : '协办单请用催办或督办，再次商请只用于协作函。'),
      source: 'DL-056 (D)',
    },
    'change-lead': {
      label: '变更为主办',
      from: ['issued', 'accepted'],
      guard: (facts: OrderFacts) => {
        if (facts.isLetter) return '法院、检察院不作主办单位。';
        return facts.isLead ? '已经是主办单位。' : null;
      },
      source: 'domain §7：每组协办单只有一个主办 (D)',
    },
    cancel: { label: '撤回', from: ['issued', 'accepted', 'returned'], to: 'withdrawn' },
  },
});

export type OrderAction = keyof typeof workOrderWorkflow.definition.transitions;

/** Who may do what: the holder handles the order, its issuer steers it, both say when it will be done. */
export const ORDER_SIDES = {
  accept: 'holder',
  return: 'holder',
  finish: 'holder',
  'add-progress': 'holder',
  'hand-on': 'holder',
  'set-expected': 'either',
  'record-on-behalf': 'issuer',
  reissue: 'issuer',
  rule: 'issuer',
  urge: 'issuer',
  supervise: 'issuer',
  'ask-again': 'issuer',
  'change-lead': 'issuer',
  cancel: 'issuer',
} as const satisfies Record<OrderAction, 'holder' | 'issuer' | 'either'>;

/** Kinds that are asked by letter (协作函/商请) and never ordered, urged or supervised. */
export const LETTER_KINDS: ReadonlySet<string> = new Set(['court', 'procuratorate']);

/** What the actions of a letter are called before whoever receives it. */
const LETTER_LABELS: Readonly<Partial<Record<OrderAction, string>>> = {
  accept: '收函',
  finish: '复函',
  return: '退函',
};

/** The name of an action on a screen. */
export function orderActionLabel(action: OrderAction, label: string, isLetter: boolean): string {
  return isLetter ? (LETTER_LABELS[action] ?? label) : label;
}

/** Whether an action belongs to an order of this sort at all; one that never can is not shown with a reason either. */
export function isRelevant(action: OrderAction, facts: OrderFacts): boolean {
  if (action === 'ask-again') return facts.isLetter;
  if (action === 'urge' || action === 'supervise') return !facts.isLetter;
  if (action === 'change-lead') return !facts.isLetter && !facts.isLead;
  if (action === 'hand-on') return !facts.isLetter && facts.hasSubordinate;
  if (action === 'rule') return facts.atCoordinationBody && facts.refusals >= REFUSALS_BEFORE_RULING;
  return true;
}
