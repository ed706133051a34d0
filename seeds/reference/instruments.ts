/**
 * Form A, the safety screen: nine yes/no questions about danger now. Source: proposed local model (D), built after the safety
 * step of structured decision making. A yes sets the urgency at least to the value shown and overrides any score.
 */
import type { ScreenItem } from './types';

export const SAFETY_SCREEN_A = {
  code: 'A',
  version: 1,
  title: '表A 安全筛查（系统建议工具）',
  intro:
    '只看现在是否安全，有一项“是”就按紧急或高风险处理。“不清楚”是单独的答案，不算“是”；三项及以上不清楚，风险至少为中。请勿为填表反复询问孩子。',
  items: [
    {
      code: 'INJURY',
      question: '孩子现在有需要处理的伤，或身体状况危险吗？',
      ifYes: 'U0',
      help: '看得见的伤、意识不清、严重营养不良都算；先送医，再填表。',
    },
    {
      code: 'PERPETRATOR_ACCESS',
      question: '可能伤害孩子的人现在在身边，或随时能接触到孩子并有威胁吗？',
      ifYes: 'U0',
      help: '包括同住、接送、能进入宿舍或能在网上继续联系并威胁。',
    },
    {
      code: 'ALONE',
      question: '孩子不满8岁无人看护，或不满16岁独自居住吗？',
      ifYes: 'U1',
      help: '临时外出几分钟不算；由没有照护能力的人看护也算。正在危险中请同时选相应项。',
    },
    {
      code: 'SEXUAL_HARM',
      question: '怀疑孩子受到性侵害或被要求做与性有关的事吗？',
      ifYes: 'U0',
      help: '男孩女孩都算，网络上的也算。不要追问经过，保留衣物和现场，立即拨110。',
    },
    {
      code: 'SELF_HARM',
      question: '孩子有自杀、自伤的计划或行为吗？',
      ifYes: 'U0',
      help: '说过想死、写过遗书、准备了工具都算；身边不要离人。',
    },
    {
      code: 'MISSING',
      question: '孩子失踪，或不知道现在在哪里吗？',
      ifYes: 'U0',
      help: '不需要等24小时，立即报警。',
    },
    {
      code: 'GUARDIAN_UNFIT_NOW',
      question: '照看孩子的人此刻醉酒、吸毒或精神失常吗？',
      ifYes: 'U0',
      help: '指现在的状态，不是平时的评价。',
    },
    {
      code: 'NO_BASICS',
      question: '孩子今天没有饭吃、没有地方住，或寒冷天没有取暖吗？',
      ifYes: 'U1',
      help: '只问今天。先解决当天的吃住，再办手续。',
    },
    {
      code: 'WEAPON',
      question: '现场有刀具等凶器，或有人用凶器威胁吗？',
      ifYes: 'U0',
      help: '不要进入现场，立即拨110。',
    },
  ],
} as const satisfies {
  code: string;
  version: number;
  title: string;
  intro: string;
  items: readonly ScreenItem[];
};
