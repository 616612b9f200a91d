import { reason } from '../kernel/refusal.ts';

/** Why commands on questions are refused. */
export const QUESTION_REFUSALS = {
  notFound: reason('question-not-found', 'missing', { zh: '没有这项询问。', en: 'There is no such question.' }),
  alreadyAsked: reason('question-already-asked', 'conflict', {
    zh: '该编号的询问已存在。',
    en: 'There is a question of this id already.',
  }),
  notParty: reason('not-party-to-question', 'forbidden', {
    zh: '城市{city}不是这项询问的对方。',
    en: 'The city {city} is not the other side of this question.',
  }),
  wrongSide: reason('wrong-side-of-question', 'conflict', {
    zh: '此操作只能由城市{city}进行。',
    en: 'Only the city {city} can do this.',
  }),
  deadlinePassed: reason('reply-deadline-passed', 'invalid', {
    zh: '答复时限{replyBy}已过，当前为{now}。',
    en: 'The deadline for the answer, {replyBy}, has passed: it is {now}.',
  }),
  notOpen: reason('question-not-open', 'conflict', {
    zh: '这项询问当前状态为“{status}”，不能进行此操作。',
    en: 'The question is "{status}"; this cannot be done any more.',
  }),
  wrongKind: reason('answer-of-wrong-kind', 'invalid', {
    zh: '询价须以报价答复，问询须以文字答复。',
    en: 'A question for a price is answered with a price, one for information in words.',
  }),
  itemsDiffer: reason('quoted-items-differ', 'invalid', {
    zh: '每个询价项目须恰好有一项报价。',
    en: 'Every item whose price was asked needs exactly one quote.',
  }),
} as const;
