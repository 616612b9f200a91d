import { wordBook } from '../i18n/language.ts';

/** What the parts that all screens are made of say. */
export const PARTS = wordBook('parts', {
  loading: { zh: '正在读取……', en: 'Loading …' },
  empty: { zh: '暂无', en: 'Nothing here' },
  again: { zh: '重试', en: 'Try again' },
  'failed.unanswered': {
    zh: '没有连上服务，请检查网络后重试。已填写的内容还在。',
    en: 'The service does not answer; check the line and try again. What you entered is still here.',
  },
  'failed.reference': { zh: '报障编号 {{id}}', en: 'Reference for support: {{id}}' },
  'failed.stale': {
    zh: '页面已更新为最新内容，请核对后再提交。',
    en: 'The page now shows the latest; look at it and submit again.',
  },
  exercise: { zh: '演练', en: 'Exercise' },
  changed: { zh: '刚有变动', en: 'just changed' },
  cancel: { zh: '取消', en: 'Cancel' },
  more: { zh: '继续加载', en: 'Load more' },
  rows: { zh: '共 {{count}} 条', en: '{{count}} rows' },
  'rows.more': { zh: '已显示 {{count}} 条，还有更多', en: '{{count}} rows so far, there are more' },
  required: { zh: '请填写', en: 'Fill this in' },
  'clock.left': { zh: '还剩{{span}}', en: '{{span}} left' },
  'clock.over': { zh: '已超时{{span}}', en: '{{span}} overdue' },
  'clock.ago': { zh: '{{span}}前', en: '{{span}} ago' },
  'clock.in': { zh: '{{span}}后', en: 'in {{span}}' },
  'span.minutes': { zh: '{{minutes}}分', en: '{{minutes}} min' },
  'span.hours': { zh: '{{hours}}小时{{minutes}}分', en: '{{hours}} h {{minutes}} min' },
  'span.days': { zh: '{{days}}天{{hours}}小时', en: '{{days}} d {{hours}} h' },
});
