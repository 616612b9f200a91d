import type { Text } from '../../../shared/domain/kernel/text.ts';

/** Everything the page itself says; what the API says comes in the language asked for. */
export const WORDS = {
  'app.name': { zh: '守望', en: 'Shouwang' },
  'app.motto': { zh: '守望相助，跨区域应急救援协同', en: 'Keep watch and help one another: mutual aid between cities' },
  'sign-in.title': { zh: '登录值班室', en: 'Sign in to the duty room' },
  'sign-in.button': { zh: '用统一身份认证登录', en: 'Sign in' },
  'sign-in.demo': { zh: '演示账号（密码均为 demo）', en: 'Demo people (every password is demo)' },
  'sign-out': { zh: '退出', en: 'Sign out' },
  'language.other': { zh: 'English', en: '中文' },
  'nav.label': { zh: '主导航', en: 'Main navigation' },
  'nav.board': { zh: '值班看板', en: 'Duty board' },
  'nav.requests': { zh: '请求', en: 'Requests' },
  skip: { zh: '跳到正文', en: 'Skip to content' },
  loading: { zh: '正在读取……', en: 'Loading …' },
  empty: { zh: '暂无', en: 'Nothing here' },
  again: { zh: '重试', en: 'Try again' },
  'failed.unanswered': {
    zh: '没有连上服务，请检查网络后重试。',
    en: 'The service does not answer; check the line and try again.',
  },
  exercise: { zh: '演练', en: 'Exercise' },
} as const satisfies Record<string, Text>;
export type Word = keyof typeof WORDS;
