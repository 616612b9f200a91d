import { reason } from '../kernel/refusal.ts';

/** Why commands on warnings are refused. */
export const WARNING_REFUSALS = {
  unknown: reason('warning-unknown', 'missing', {
    zh: '没有所指的预警。',
    en: 'There is no such warning.',
  }),
  differs: reason('warning-differs', 'conflict', {
    zh: '已有发送者、编号、时间均相同而内容不同的预警。',
    en: 'There is another warning by the same sender, identifier and time, and it says something else.',
  }),
  saysNothing: reason('warning-says-nothing', 'invalid', {
    zh: '预警未写明任何内容（info）。',
    en: 'The warning says nothing: it has no info.',
  }),
  claimsThisCity: reason('warning-claims-this-city', 'invalid', {
    zh: '该预警以本市名义发出，但本市未曾发布。',
    en: 'The warning says that this city sent it, which it did not.',
  }),
  notOwn: reason('warning-not-own', 'conflict', {
    zh: '只能更新或解除本市发布的预警。',
    en: 'Only warnings that this city issued can be updated or cancelled by it.',
  }),
  notInForce: reason('warning-not-in-force', 'conflict', {
    zh: '该预警已不在有效期内（{status}）。',
    en: 'The warning is not in force any more; it is {status}.',
  }),
  endsBeforeItBegins: reason('warning-ends-before-it-begins', 'invalid', {
    zh: '预警的失效时间须晚于现在。',
    en: 'The warning must end after now.',
  }),
  nothingToDo: reason('warning-act-not-due', 'conflict', {
    zh: '该自动措施无须执行或撤销。',
    en: 'There is nothing to be done or undone of this.',
  }),
  answeredByTooMany: reason('warning-answered-by-too-many', 'conflict', {
    zh: '该预警的确认已达上限（{most}）。',
    en: 'The warning keeps no more than {most} acknowledgements and rejections.',
  }),
} as const;
