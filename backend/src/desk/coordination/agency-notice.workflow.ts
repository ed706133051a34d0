import { Workflow } from '../../kernel';

export const AGENCY_NOTICE_STATES = {
  sent: '未读',
  read: '已阅',
  told: '已代为告知',
  withdrawn: '已撤回',
} as const;
export type AgencyNoticeState = keyof typeof AGENCY_NOTICE_STATES;

/**
 * 告知: it asks for nothing, so no clock runs. The agency reads it, or the desk tells an agency that does not log in (or
 * has not looked); it is withdrawn by itself when the agency turns out to be one that must not know.
 */
export const agencyNoticeWorkflow = new Workflow({
  name: 'agency-notice',
  initial: ['sent'] as AgencyNoticeState[],
  final: ['withdrawn'],
  states: AGENCY_NOTICE_STATES,
  transitions: {
    read: { label: '标为已阅', from: ['sent', 'told'], to: 'read' },
    'record-told': { label: '登记已代为告知', from: ['sent'], to: 'told', source: 'design §9.6' },
    withdraw: { label: '撤回告知', from: ['sent', 'read', 'told'], to: 'withdrawn', source: 'design §9.2' },
  },
});

/** How the desk told an agency. */
export const TOLD_HOW = { phone: '电话', visit: '当面', letter: '书面' } as const;

/** The coordination of the agencies is what they are told for; the article of the case would tell its sort. */
export const INFORM_BASIS = '未成年人保护法第九条';

/** The same words for every case: no name, no place, no category (未成年人保护法 103; design §9.2). */
export const INFORM_TEXT = `本区县正在办理一起涉及未成年人的事项，依${INFORM_BASIS}告知你单位，请知悉并按职责留意；如需协办将另发协办单。`;

/** After so many days the list says how long a notice has lain unread; no limit of law, so nothing is overdue. */
export const UNREAD_SHOWN_AFTER_DAYS = 3;
