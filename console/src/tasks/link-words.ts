import { wordBook } from '../i18n/language.ts';

/** What is said about links for duty phones. */
export const LINKS = wordBook('task-links', {
  title: { zh: '值班手机链接', en: 'Links for duty phones' },
  note: {
    zh: '链接只登录一部手机、只用于这项任务。首次打开的手机独占，之后别的手机打不开。',
    en: 'A link signs in one phone, for this task only: the first that opens it has it for itself.',
  },
  none: { zh: '没有签发链接。', en: 'No link was issued.' },
  issue: { zh: '签发一次性链接', en: 'Issue a one-time link' },
  agency: { zh: '单位', en: 'Agency' },
  expires: { zh: '有效期至', en: 'Good until' },
  issued: { zh: '已签发，只显示这一次：', en: 'Issued; it is shown this once:' },
  copy: { zh: '复制链接', en: 'Copy the link' },
  copied: { zh: '已复制', en: 'Copied' },
  'qr.label': { zh: '链接二维码，用值班手机扫描', en: 'The link as a QR code, for the duty phone to scan' },
  revoke: { zh: '撤销', en: 'Revoke' },
  revoked: { zh: '已撤销', en: 'revoked' },
  expired: { zh: '已过期', en: 'expired' },
  unused: { zh: '未使用', en: 'not used yet' },
  used: { zh: '手机已登录', en: 'a phone has it' },
  'signed-in': { zh: '值班手机已登录', en: 'This phone is signed in for one task' },
  'link.bad': {
    zh: '链接已失效，或已由另一部手机使用。请向本单位值班员或市值班室另要一个。',
    en: 'The link is no longer good, or another phone has it. Ask your agency or the duty room for another.',
  },
  'link.incomplete': { zh: '链接不完整。', en: 'The link is not complete.' },
});
