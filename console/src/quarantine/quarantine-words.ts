import { wordBook } from '../i18n/language.ts';
import { SCREEN_NAMES } from '../shell/screen-names.ts';

/** What the screen of everything that did not get through says. */
export const QUARANTINE = wordBook('quarantine', {
  title: SCREEN_NAMES.quarantine,
  explain: {
    zh: '没有到达、没有采信或没有处理成的消息和提醒。涉及救援的请先电话联系对方，再在此处理。',
    en: 'Messages and notices that did not arrive, were not believed or could not be worked on. Where lives may hang on it, telephone first.',
  },
  'unconfirmed.title': { zh: '对方尚未回执的消息', en: 'Not confirmed by partners' },
  'undelivered.title': { zh: '未能送达的提醒', en: 'Notices that could not be delivered' },
  'quarantined.title': { zh: '被隔离的消息', en: 'Quarantined messages' },
  'dead.title': { zh: '死信队列', en: 'Dead-letter queues' },
  'column.at': { zh: '时间', en: 'When' },
  'column.type': { zh: '消息', en: 'Message' },
  'column.about': { zh: '事项', en: 'About' },
  'column.pending': { zh: '等待回执', en: 'Waits for' },
  'column.waits': { zh: '已等', en: 'Since' },
  'column.from': { zh: '来自', en: 'From' },
  'column.reason': { zh: '原因', en: 'Why' },
  'column.act': { zh: '处理', en: 'What to do' },
  'column.text': { zh: '内容', en: 'What' },
  'column.to': { zh: '发给', en: 'To' },
  'column.queue': { zh: '队列', en: 'Queue' },
  'column.count': { zh: '数量', en: 'How many' },
  hours: { zh: '{{hours}}小时', en: '{{hours}} h' },
  verified: { zh: '签名属实', en: 'signed by it' },
  unverified: { zh: '来源未经证实', en: 'sender not proven' },
  excerpt: { zh: '原文摘录', en: 'Excerpt' },
  'excerpt.of': { zh: '{{at}}收到的消息原文摘录', en: 'Excerpt of what came on {{at}}' },
  retry: { zh: '重新接收', en: 'Take in again' },
  'retry.explain': {
    zh: '按收到时的原文重新核验并处理；仍不合格则再次隔离。',
    en: 'It is checked and worked on as it came; if it still does not hold, it is set aside again.',
  },
  'retried.taken-in': { zh: '{{name}}已令重新接收，已采纳', en: 'taken in, on behalf of {{name}}' },
  'retried.waiting': { zh: '{{name}}已令重新接收，尚未采纳', en: 'tried again on behalf of {{name}}, not taken in' },
  'dead.empty': { zh: '空', en: 'empty' },
  'dead.since': { zh: '最早', en: 'since' },
  'dead.letters': { zh: '{{what}} × {{count}}', en: '{{count}} × {{what}}' },
  redrive: { zh: '移回重新处理', en: 'Have it tried again' },
  'redrive.explain': {
    zh: '队列中的全部内容将移回重新处理，一次最多200件。',
    en: 'All that lies there is put back to be worked on, 200 at a time.',
  },
  redriven: {
    zh: '已移回{{putBack}}件，无须再处理{{needless}}件，还剩{{left}}件',
    en: '{{putBack}} put back, {{needless}} needless, {{left}} left',
  },
});
