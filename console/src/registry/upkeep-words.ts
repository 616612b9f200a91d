import { wordBook } from '../i18n/language.ts';
import { SCREEN_NAMES } from '../shell/screen-names.ts';

/** What the screen about the upkeep of the registry says. */
export const UPKEEP = wordBook('upkeep', {
  title: SCREEN_NAMES.upkeep,
  expiring: { zh: '将到期、已到期', en: 'Ending soon, or ended' },
  stale: { zh: '久未核实，最久者在前', en: 'Not confirmed for long, longest first' },
  'column.entry': { zh: '登记', en: 'Entry' },
  'column.kind': { zh: '类别', en: 'Kind' },
  'column.what': { zh: '到期事项', en: 'What ends' },
  'column.ends': { zh: '到期时间', en: 'Ends' },
  'column.confirmed': { zh: '最近核实', en: 'Last confirmed' },
  within: { zh: '多少天内到期', en: 'Ending within' },
  days: { zh: '{{days}}天', en: '{{days}} days' },
  ended: { zh: '含已到期的', en: 'Also what has ended' },
  'has.ended': { zh: '已到期', en: 'ended' },
  'will.end': { zh: '将到期', en: 'ending' },
  certification: { zh: '资质证书', en: 'Certification' },
  agreement: { zh: '战略协议', en: 'Agreement' },
  term: { zh: '聘期', en: 'Term' },
  'shelf-life': { zh: '保质期', en: 'Shelf life' },
  inspection: { zh: '检验', en: 'Inspection' },
  insurance: { zh: '保险', en: 'Insurance' },
  validity: { zh: '有效期', en: 'Validity' },
});
