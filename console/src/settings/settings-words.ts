import { wordBook } from '../i18n/language.ts';
import { SCREEN_NAMES } from '../shell/screen-names.ts';

/** What the screen of one's own settings says. */
export const SETTINGS = wordBook('settings', {
  title: SCREEN_NAMES.settings,
  explain: {
    zh: '提醒总会显示在本系统内；这里设置还要用什么方式通知您。半年未保存的设置自动停用。地址和密钥只写不读。',
    en: 'Notices are always shown in the service. Here you set how else you are told. Settings end unless saved again within half a year. Addresses and keys are never shown.',
  },
  language: { zh: '提醒的语言', en: 'Language of notices' },
  'language.zh': { zh: '中文', en: 'Chinese' },
  'language.en': { zh: '英文', en: 'English' },
  'quiet.from': { zh: '免打扰开始', en: 'Quiet from' },
  'quiet.until': { zh: '免打扰结束', en: 'Quiet until' },
  'quiet.note': { zh: '免打扰时段内只发紧急提醒。', en: 'During quiet hours only urgent notices are sent.' },
  ways: { zh: '通知方式（按先后）', en: 'Ways, in the order in which they are tried' },
  way: { zh: '方式{{number}}', en: 'Way {{number}}' },
  name: { zh: '名称', en: 'Name' },
  secret: { zh: '加签密钥（如有）', en: 'Signing secret, if any' },
  channel: { zh: '方式', en: 'Way' },
  urgencies: { zh: '用于', en: 'For' },
  'address.now': { zh: '现为 {{shown}}；留空则不变', en: 'Now {{shown}}; leave empty to keep it' },
  email: { zh: '邮箱地址', en: 'E-mail address' },
  telephone: { zh: '手机号码', en: 'Telephone number' },
  url: { zh: '接收地址（URL）', en: 'Address (URL)' },
  key: { zh: '签名密钥（至少16位）', en: 'Key it is signed with (16 characters or more)' },
  add: { zh: '增加一种方式', en: 'Add a way' },
  remove: { zh: '删去方式{{number}}', en: 'Remove way {{number}}' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存', en: 'Saved' },
  'saved.at': { zh: '上次保存', en: 'Last saved' },
  never: { zh: '还没有设置过。', en: 'Nothing is set yet.' },
  trial: { zh: '发一条测试提醒', en: 'Send me a trial' },
  'trial.sent': { zh: '测试提醒已发出，请看是否收到', en: 'A trial is on its way; see whether it comes' },
});
