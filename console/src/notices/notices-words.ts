import { wordBook } from '../i18n/language.ts';
import { SCREEN_NAMES } from '../shell/screen-names.ts';

/** What the notification centre says. */
export const NOTICES = wordBook('notices', {
  title: SCREEN_NAMES.notices,
  'list.label': { zh: '我的提醒，新的在前', en: 'My notices, newest first' },
  'column.at': { zh: '时间', en: 'When' },
  'column.urgency': { zh: '程度', en: 'Urgency' },
  'column.text': { zh: '内容', en: 'What' },
  'column.read': { zh: '状态', en: 'State' },
  urgent: { zh: '紧急', en: 'Urgent' },
  routine: { zh: '一般', en: 'Routine' },
  read: { zh: '已读', en: 'Read' },
  'mark.one': { zh: '标为已读', en: 'Mark as read' },
  'mark.all': { zh: '全部标为已读', en: 'Mark all as read' },
  'filter.unread': { zh: '只看未读', en: 'Unread only' },
});
