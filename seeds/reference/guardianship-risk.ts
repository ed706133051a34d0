/**
 * Form B, the guardianship-risk score: eleven dimensions, each 0–3 with a sentence that says what the number means, and
 * three protective factors that take one away. Source: proposed local model (D) after domain.md §11; on trial, not
 * validated anywhere. A changed text or number is a new version: assessments keep the version they were made with.
 */
import type { ScoredForm, ScoredItem } from './types';

type Anchors = readonly [zero: string, one: string, two: string, three: string];

function dimension(code: string, question: string, help: string, anchors: Anchors): ScoredItem {
  return {
    code,
    question,
    help,
    options: anchors.map((anchor, score) => ({ value: String(score), score, anchor })),
  };
}

function protective(code: string, question: string, yes: string, no: string): ScoredItem {
  return {
    code,
    question,
    help: '有把握才选“有”。',
    options: [
      { value: '-1', score: -1, anchor: yes },
      { value: '0', score: 0, anchor: no },
    ],
  };
}

export const GUARDIANSHIP_RISK_B = {
  code: 'B',
  version: 1,
  title: '表B 监护风险评分（试行，未经本地验证）',
  intro:
    '看这个家庭以后还会不会让孩子受伤害或没人管。每一项选最接近实际的一句话；不清楚就选“不清楚”，不要猜。结果只供办案人员参考，不给家庭看，不能单独作为带离、撤销监护的依据。',
  bands: { medium: 9, high: 18 },
  unknownFrom: 3,
  floors: [
    { item: 'SEVERITY', score: 3, level: 'high' },
    { item: null, score: 3, level: 'medium' },
  ],
  items: [
    dimension('VULNERABILITY', '孩子的年龄和自我保护能力', '看孩子自己能不能躲开危险、能不能求助。', [
      '14岁以上，身心健康，会求助',
      '8至13岁，或性格内向、不太敢求助',
      '3至7岁，或有慢性病、轻度残疾，需要人照顾',
      '不满3岁，或有重度残疾、重病，离不开人',
    ]),
    dimension('HISTORY', '以前有没有发生过', '包括过去的报告、告诫书、训诫、处罚，不只看这一次。', [
      '以前没有发生过，也没有人报告过',
      '听说过，没有报告或处理记录',
      '以前报告过一次，或有过一次告诫、训诫',
      '报告过两次以上，或处理过以后又发生',
    ]),
    dimension('SEVERITY', '伤害有多重、多频繁', '身体、性、精神伤害和没人管都算，按最重的一种选。', [
      '没有发现伤害',
      '偶尔打骂、忽视，没有留下伤',
      '经常打骂或长期忽视，有过需要处理的伤或病',
      '造成过严重伤害，或涉及性侵害、虐待、遗弃',
    ]),
    dimension('ABILITY', '监护人有没有能力照顾', '看身体、精神、成瘾、羁押等实际情况。', [
      '身体健康，能照顾好孩子',
      '年老体弱或工作太忙，照顾起来吃力',
      '患重病、残疾或有酗酒、赌博等问题，多数时候照顾不了',
      '吸毒、精神病发作、被羁押服刑等，现在没有能力照顾',
    ]),
    dimension('WILLINGNESS', '监护人愿不愿意改', '看说的，更看做的。', [
      '主动求助，愿意配合',
      '同意配合，但不太上心',
      '不承认有问题，推脱、躲避',
      '公开拒绝，威胁工作人员或孩子',
    ]),
    dimension('SUPERVISION', '平时有没有人看护', '看有没有固定的、合格的大人和孩子一起生活。', [
      '父母或合格的监护人和孩子一起生活',
      '由祖辈等亲属照料，父母每周都联系',
      '照料人照顾不过来，或父母很少联系',
      '没有人看护、独自居住，或由不合适的人照料',
    ]),
    dimension('LIVING', '经济和住房', '看吃穿用和住处够不够孩子生活。', [
      '收入稳定，住房安全',
      '收入紧张，基本生活能保证',
      '靠低保或借钱生活，住房简陋、拥挤',
      '生活无着，或住处危险、居无定所',
    ]),
    dimension('BODY', '孩子的身体', '看生长、伤病、看病有没有耽误。', [
      '健康，生病能及时看',
      '有点瘦弱或常见病没有按时看',
      '明显营养不良，或有病、有伤拖着不治',
      '有生命危险或可能留下残疾的伤病',
    ]),
    dimension('MIND', '孩子的心理和行为', '不要追问孩子，看平时的表现、听老师和亲属说。', [
      '情绪稳定，行为正常',
      '有时害怕、沉默、发脾气',
      '长期害怕、睡不好、离家出走或有不良行为',
      '有自伤、轻生的表现，或严重伤害别人的行为',
    ]),
    dimension('SCHOOLING', '上学情况', '没有到上学年龄的，看有没有人教、有没有玩伴。', [
      '正常上学',
      '偶尔缺课，成绩突然下降',
      '经常缺课，有辍学的迹象',
      '已经辍学，或到了年龄没有上学',
    ]),
    dimension('SUPPORT', '亲友、邻里和单位能不能帮上忙', '看真的能来帮忙的人和单位。', [
      '亲友、学校、村（居）都能随时帮忙',
      '有一两个亲友或老师能帮忙',
      '只有村（居）干部偶尔来看',
      '没有来往，外人很难接近这个家',
    ]),
    protective(
      'SAFE_ADULT',
      '有没有一个可靠的大人每天能看到孩子',
      '有，每天见面，孩子信任他',
      '没有，或者不能每天见到',
    ),
    protective(
      'SEEKS_HELP',
      '监护人有没有主动找过帮助',
      '有，主动找过村（居）、学校或医院帮忙',
      '没有主动找过',
    ),
    protective(
      'KNOWS_WHOM_TO_TELL',
      '孩子知不知道出事找谁',
      '知道找谁，也说得出怎么联系',
      '不知道，或者不敢找',
    ),
  ],
} as const satisfies ScoredForm;
