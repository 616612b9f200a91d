import { wordBook } from '../i18n/language.ts';

/** What the frame around the screens says. */
export const SHELL = wordBook('shell', {
  'app.name': { zh: '守望', en: 'Shouwang' },
  'app.motto': { zh: '守望相助，跨区域应急救援协同', en: 'Keep watch and help one another: mutual aid between cities' },
  'sign-in.button': { zh: '用统一身份认证登录', en: 'Sign in' },
  'sign-in.demo': { zh: '演示账号（密码均为 demo）', en: 'Demo people (every password is demo)' },
  'sign-in.elsewhere': {
    zh: '您的账号属于本页未服务的城市（{{city}}）。',
    en: 'You belong to a city that this page does not serve ({{city}}).',
  },
  'sign-out': { zh: '退出', en: 'Sign out' },
  'language.other': { zh: 'English', en: '中文' },
  'nav.label': { zh: '主导航', en: 'Main navigation' },
  'nav.menu': { zh: '菜单', en: 'Menu' },
  skip: { zh: '跳到正文', en: 'Skip to content' },
  'group.now': { zh: '值班', en: 'On duty' },
  'group.aid': { zh: '互助', en: 'Mutual aid' },
  'group.response': { zh: '处置', en: 'Response' },
  'group.registry': { zh: '资源名录', en: 'Registry' },
  'group.own': { zh: '我的', en: 'Mine' },
  'group.review': { zh: '复盘', en: 'Review' },
  'group.keeping': { zh: '管理', en: 'Administration' },
  'nothing-here': { zh: '没有这个页面。', en: 'There is no such screen.' },
  'not-yours': { zh: '您的角色不使用这个页面。', en: 'Your role has no use of this screen.' },
  'open-again': { zh: '重新打开', en: 'Open again' },
  broken: { zh: '页面出错了，请重新打开；数据没有丢失。', en: 'The page failed. Open it again; no data are lost.' },
  bell: { zh: '提醒 {{count}}', en: 'Notices {{count}}' },
  'bell.urgent': { zh: '提醒 {{count}}（紧急 {{urgent}}）', en: 'Notices {{count}} ({{urgent}} urgent)' },
  'session.ended': {
    zh: '登录已过期，请重新登录；未提交的内容请先抄录。',
    en: 'Your sign-in has ended. Sign in again; note down first what you have not sent.',
  },
  'line.lost': { zh: '网络已断开，正在重试……', en: 'The line is lost; trying again …' },
});
