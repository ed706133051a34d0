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
  readonly agencyLogsIn: boolean;
  readonly otherOpenOrder: boolean;
}

/**
 * 协办单: 签收 is its own clock; a return needs a reason; a returned order goes back to intake, which sends it on
 * (首接负责). Courts and procuratorates get 协作函 that nobody urges (design §9.6).
 */
export const workOrderWorkflow = new Workflow({
  name: 'work-order',
  initial: ['issued'] as OrderState[],
  states: ORDER_STATES,
  transitions: {
    accept: { label: '签收', from: ['issued'], to: 'accepted' },
    return: {
      label: '退回',
      from: ['issued', 'accepted'],
      to: 'returned',
      guard: (facts: OrderFacts) =>
        facts.refusable ? null : '这是法律规定必须由本单位承担的工作，不能退回；如有困难请联系区未保办。',
    },
    finish: { label: '办结并回复', from: ['accepted'], to: 'finished' },
    'record-on-behalf': { label: '代登记', from: ['issued', 'accepted'] },
    reissue: {
      label: '改派',
      from: ['returned'],
      to: 'withdrawn',
      guard: (facts: OrderFacts) => (facts.otherOpenOrder ? '已经改派给其他单位。' : null),
      source: '首接负责 (D)；未成年人保护法11(3)',
    },
    urge: {
      label: '催办',
      from: ['issued', 'accepted'],
      guard: (facts: OrderFacts) => (facts.isLetter ? '对法院、检察院只能再次商请，不能催办。' : null),
    },
  },
});

export type OrderAction = keyof typeof workOrderWorkflow.definition.transitions;

/** Who may do what: the holder handles the order, its issuer steers it. */
export const ORDER_SIDES = {
  accept: 'holder',
  return: 'holder',
  finish: 'holder',
  'record-on-behalf': 'issuer',
  reissue: 'issuer',
  urge: 'issuer',
} as const satisfies Record<OrderAction, 'holder' | 'issuer'>;

/** Kinds that are asked by letter (协作函/商请) and never ordered, urged or supervised. */
export const LETTER_KINDS: ReadonlySet<string> = new Set(['court', 'procuratorate']);
