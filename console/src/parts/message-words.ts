import type { Text } from '../../../shared/domain/kernel/text.ts';
import { wordBook } from '../i18n/language.ts';

/** What messages between cities are called in Chinese; in English they go by the name the standard gives them. */
const MESSAGE_NAMES: Readonly<Record<string, string>> = {
  RequestResource: '请求资源',
  ResponseToRequestResource: '答复请求',
  RequisitionResource: '征调',
  CommitResource: '承诺派出',
  RequestInformation: '询问',
  ResponseToRequestInformation: '答复询问',
  OfferUnsolicitedResource: '主动支援',
  ReleaseResource: '放行',
  RequestReturn: '请求召回',
  ResponseToRequestReturn: '答复召回',
  RequestQuote: '询价',
  ResponseToRequestQuote: '报价',
  RequestResourceDeploymentStatus: '询问派遣状态',
  ReportResourceDeploymentStatus: '报告派遣状态',
  RequestExtendedDeploymentDuration: '请求延期',
  ResponseToRequestExtendedDeploymentDuration: '答复延期',
  AnswerDeclined: '谢绝答复',
  OfferDeclined: '谢绝主动支援',
};

/** `RequestResource` as `Request resource`. */
const spelledOut = (type: string): string => {
  const words = type.replace(/(?!^)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

/** @returns what a message of a type is called. */
export const messageName = (type: string): Text => ({ zh: MESSAGE_NAMES[type] ?? type, en: spelledOut(type) });

/** What the list of messages says. */
export const MESSAGES = wordBook('messages', {
  title: { zh: '往来消息', en: 'Messages both ways' },
  none: { zh: '还没有往来消息。', en: 'No message has been sent or received yet.' },
  sent: { zh: '发往{{cities}}', en: 'to {{cities}}' },
  received: { zh: '来自{{cities}}', en: 'from {{cities}}' },
  recall: { zh: '更正或撤回', en: 'update or recall' },
  confirmed: { zh: '对方已回执', en: 'confirmed' },
  'confirmed.ours': { zh: '本市已回执', en: 'we confirmed' },
  unconfirmed: { zh: '待{{cities}}回执', en: 'not yet confirmed by {{cities}}' },
  refused: { zh: '对方拒收', en: 'refused' },
});
