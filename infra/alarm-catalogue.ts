import type { Text } from '../shared/domain/kernel/text.ts';

/** One kind of alarm: what it means to the person it wakes, and where the runbook says what to do. */
export interface AlarmDefinition {
  /** kebab-case; also the anchor of its section in docs/runbook.md. */
  readonly id: string;
  readonly meaning: Text;
}

/** Every alarm of a city. The stack makes them, the runbook has a section for each. */
export const ALARMS = {
  inboxDeadLetters: {
    id: 'inbox-dead-letters',
    meaning: {
      zh: '有伙伴城市的消息多次处理失败，已进入死信队列：它们可能是求援请求，请立即查看。',
      en: 'Messages from partner cities failed again and again and were set aside: they may be requests for help. Look now.',
    },
  },
  undelivered: {
    id: 'undelivered-messages',
    meaning: {
      zh: '事件总线在一天内未能把消息送达（到本市收件箱、信使或伙伴城市总线）。',
      en: 'The event bus could not deliver messages within a day: to the own inbox, to the courier or to a partner city.',
    },
  },
  failedInvocations: {
    id: 'failed-invocations',
    meaning: {
      zh: '函数对某些事件反复失败，已放弃：消息发送或时限检查可能有遗漏。',
      en: 'A function failed on an event again and again and gave up: a message or a deadline may have been missed.',
    },
  },
  quarantined: {
    id: 'quarantined-messages',
    meaning: {
      zh: '收到未通过验签、协议或格式检查的消息，已隔离：可能是伙伴密钥更换、协议到期，也可能是伪造。',
      en: 'A message failed the check of signature, agreement or form and was quarantined: a changed key, an expired agreement, or a forgery.',
    },
  },
  unconfirmed: {
    id: 'unconfirmed-messages',
    meaning: {
      zh: '发出的消息没有收到对方回执，正在重发：对方可能还不知道，请电话联系其值班室。',
      en: 'Messages sent have no receipt and are being sent again: the partner may not know of them. Telephone its duty room.',
    },
  },
  outboxLag: {
    id: 'outbox-lag',
    meaning: {
      zh: '发件积压超过五分钟：已记录的消息尚未发往伙伴城市。',
      en: 'The outbox is more than five minutes behind: messages are recorded but not yet on their way to partner cities.',
    },
  },
  followersBehind: {
    id: 'followers-behind',
    meaning: {
      zh: '跟随数据表的后台工作滞后：检索、名录共享、表格导入、通知或统计可能不是最新的。求援与答复不受影响。',
      en: 'What follows the table is behind: lookup, shared listings, imports, notifications or figures may be out of date. Requests and answers are not held up.',
    },
  },
  rowDeadLetters: {
    id: 'row-dead-letters',
    meaning: {
      zh: '后台函数对某些新记录反复失败，已放入死信队列：检索、名录共享、表格导入、通知或统计可能有遗漏。',
      en: 'Functions that follow the table failed on new rows again and again; these were set aside: lookup, shared listings, imports, notifications or figures lack them.',
    },
  },
  clockStopped: {
    id: 'clock-stopped',
    meaning: {
      zh: '时钟函数没有运行：答复时限、到达时间、归还日期都无人提醒，也不会重发消息。',
      en: 'The clock is not running: no deadline, arrival or return date escalates, and no message is sent again.',
    },
  },
  functionErrors: {
    id: 'function-errors',
    meaning: { zh: '函数出错：有操作未能完成。', en: 'A function fails: something asked of the service was not done.' },
  },
  functionThrottles: {
    id: 'function-throttles',
    meaning: {
      zh: '函数并发达到账户上限，请求被拒或延迟。',
      en: 'A function is throttled: the account runs as many as it may, requests are refused or late.',
    },
  },
  apiErrors: {
    id: 'api-errors',
    meaning: {
      zh: '接口返回 5xx：值班员看到的是服务故障，不是自己的错误。',
      en: 'The API answers 5xx: people see a fault of the service, not one of their own.',
    },
  },
} as const satisfies Record<string, AlarmDefinition>;

export type AlarmName = keyof typeof ALARMS;

/** Where the runbook lives, from the root of the repository. */
export const RUNBOOK = 'docs/runbook.md';

/** @returns what an alarm says: its meaning in both languages, and the section of the runbook. */
export const alarmDescription = ({ id, meaning }: AlarmDefinition): string =>
  `${meaning.zh} ${meaning.en} ${RUNBOOK}#${id}`;
