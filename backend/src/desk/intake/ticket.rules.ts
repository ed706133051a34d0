/** A clock of a ticket: a rule of the registry, and which of its further numbers counts; null for the first number. */
export interface TicketClock {
  readonly rule: 'DL-034' | 'DL-035' | 'DL-036' | 'DL-037';
  readonly variant: string | null;
}

export interface TicketStep {
  readonly name: string;
  /** One of these runs before the step; the step stops it. */
  readonly stops?: readonly TicketClock[];
  /** Nothing has to run, but whatever does is stopped. */
  readonly alsoStops?: readonly TicketClock['rule'][];
  readonly opens?: readonly TicketClock[];
  /** Counted from the step itself, from the start or from the end of the clock it stops. */
  readonly from?: 'start' | 'due';
  /** Asks how urgent the ticket is, or what it is about; the answer picks the number of the clock it opens. */
  readonly asks?: 'urgent' | 'matter';
  readonly source: string;
}

const HENAN = '河南省12345政务服务便民热线办法 (Vp)；domain §12';
const PETITION = '信访工作条例 (V)';
const clock = (rule: TicketClock['rule'], variant: string | null = null): TicketClock => ({ rule, variant });

/**
 * 12345 工单 and 信访事项: what the other side waits for, step by step (domain §5 DL-034 to DL-037). They run beside the
 * report's own clocks: the child is looked after whatever the ticket says.
 */
export const TICKET_STEPS = {
  DISPATCHED: {
    name: '12345 工单已派到本中心',
    opens: [clock('DL-034')],
    asks: 'urgent',
    source: HENAN,
  },
  SIGNED: {
    name: '已签收 12345 工单',
    alsoStops: ['DL-034'],
    opens: [clock('DL-035')],
    asks: 'matter',
    source: HENAN,
  },
  SIGNED_MAJOR: {
    name: '已签收 12345 工单（重大紧急，要先回复初步意见）',
    alsoStops: ['DL-034'],
    opens: [clock('DL-035'), clock('DL-036')],
    asks: 'matter',
    source: HENAN,
  },
  OPINION: { name: '已向 12345 回复初步处理意见', stops: [clock('DL-036')], source: HENAN },
  ANSWERED: {
    name: '已向 12345 回复办理结果',
    stops: [clock('DL-035'), clock('DL-035', '求助、意见、建议'), clock('DL-035', '投诉、举报')],
    alsoStops: ['DL-036'],
    source: HENAN,
  },
  PETITION_RECEIVED: { name: '收到信访事项', opens: [clock('DL-037')], source: PETITION },
  PETITION_ACCEPTED: {
    name: '已告知信访人：予以受理',
    stops: [clock('DL-037')],
    opens: [clock('DL-037', '办理')],
    from: 'start',
    source: PETITION,
  },
  PETITION_REFUSED: { name: '已告知信访人：不予受理及理由', stops: [clock('DL-037')], source: PETITION },
  PETITION_LONGER: {
    name: '经批准延长信访办理期限',
    stops: [clock('DL-037', '办理')],
    opens: [clock('DL-037', '办理延长')],
    from: 'due',
    source: PETITION,
  },
  PETITION_ANSWERED: {
    name: '已答复信访人办理结果',
    stops: [clock('DL-037', '办理'), clock('DL-037', '办理延长')],
    source: PETITION,
  },
  PETITION_REVIEW: { name: '信访人请求复查', opens: [clock('DL-037', '复查')], source: PETITION },
  PETITION_REVIEWED: { name: '已作出复查意见', stops: [clock('DL-037', '复查')], source: PETITION },
} as const satisfies Record<string, TicketStep>;
export type TicketStepCode = keyof typeof TICKET_STEPS;
export const TICKET_STEP_CODES = Object.keys(TICKET_STEPS) as TicketStepCode[];

/** What a ticket is about, with the number of DL-035 that counts for it. */
export const TICKET_MATTERS = { CONSULT: null, HELP: '求助、意见、建议', COMPLAINT: '投诉、举报' } as const;
export type TicketMatter = keyof typeof TICKET_MATTERS;
export const TICKET_MATTER_CODES = Object.keys(TICKET_MATTERS) as TicketMatter[];

export interface TicketAnswers {
  readonly urgent?: boolean;
  readonly matter?: TicketMatter;
}

/** The clocks a step opens, with the numbers that the answers choose. */
export function opensFor({ opens = [] }: TicketStep, { urgent, matter }: TicketAnswers): TicketClock[] {
  return opens.map(({ rule, variant }) => {
    if (rule === 'DL-034') return clock(rule, urgent === true ? '紧急事项' : null);
    if (rule === 'DL-035') return clock(rule, matter === undefined ? null : TICKET_MATTERS[matter]);
    return clock(rule, variant);
  });
}
