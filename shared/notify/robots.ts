import { createHmac } from 'node:crypto';
import * as z from 'zod';
import type { Instant } from '../domain/kernel/instant.ts';
import type { Language } from '../domain/kernel/text.ts';
import type { NoticeContent } from '../domain/notification/importance.ts';
import { fitting, noticeLine } from './notice-words.ts';
import type { OutboundAnswer, OutboundRequest } from './outbound.ts';
import { DELIVERED, type Verdict, verdictOfStatus } from './verdict.ts';
import { DingtalkSecretSchema, WecomSecretSchema } from './way-secrets.ts';

/** Messages that a robot of either kind takes in a minute. */
export const ROBOT_MESSAGES_A_MINUTE = 20;

/** WeCom takes 4096 bytes of Markdown; DingTalk more, but nobody reads them. */
const MOST_BYTES = 4096;
const MOST_OF_A_LINE = 400;

/** What a group is told at once: one notice, or all that were too many for messages of their own. */
export interface RobotMessage {
  readonly notices: readonly NoticeContent[];
  readonly language: Language;
  readonly city: string;
}

const SUMMARY = {
  zh: (count: number) => `共 ${count} 条提醒`,
  en: (count: number) => `${count} notices`,
};
const REST = {
  zh: (count: number) => `另有 ${count} 条，请到系统查看`,
  en: (count: number) => `and ${count} more; see the service`,
};

/** Markdown: what would be read as its signs is not meant so. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>#]/g, (sign) => `\\${sign}`);

/** @returns the title, and Markdown that fits into one message: as many of the notices as do, and how many more there are. */
export const robotText = ({ notices, language, city }: RobotMessage): { title: string; markdown: string } => {
  const lines = notices.map((notice) => fitting(plain(noticeLine(notice, language)), MOST_OF_A_LINE));
  const [first = ''] = lines;
  const title = `${city} ${notices.length === 1 ? first : SUMMARY[language](notices.length)}`;
  if (notices.length === 1) return { title: fitting(title, 100), markdown: `**${city}**\n\n${first}` };
  let markdown = `**${city} ${SUMMARY[language](notices.length)}**\n`;
  for (const [index, line] of lines.entries()) {
    const rest = REST[language](lines.length - index);
    if (Buffer.byteLength(`${markdown}\n- ${line}\n- ${rest}`) > MOST_BYTES)
      return { title, markdown: `${markdown}\n- ${rest}` };
    markdown += `\n- ${line}`;
  }
  return { title, markdown };
};

const jsonPost = (url: string, content: object): OutboundRequest => ({
  url,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(content),
});

/** @returns a message for a group's robot of WeCom (群机器人). */
export const wecomPost = (secret: string, message: RobotMessage): OutboundRequest =>
  jsonPost(WecomSecretSchema.parse(JSON.parse(secret)).url, {
    msgtype: 'markdown',
    markdown: { content: robotText(message).markdown },
  });

/** @returns the address with which a robot of DingTalk that wants its calls signed (加签) is called at a moment. */
export const dingtalkUrl = (url: string, signingSecret: string | undefined, now: Instant): string => {
  if (signingSecret === undefined) return url;
  const timestamp = String(Date.parse(now));
  const signed = new URL(url);
  signed.searchParams.set('timestamp', timestamp);
  signed.searchParams.set(
    'sign',
    createHmac('sha256', signingSecret).update(`${timestamp}\n${signingSecret}`).digest('base64'),
  );
  return signed.href;
};

/** @returns a message for a group's robot of DingTalk. */
export const dingtalkPost = (secret: string, message: RobotMessage, now: Instant): OutboundRequest => {
  const { url, signingSecret } = DingtalkSecretSchema.parse(JSON.parse(secret));
  const { title, markdown } = robotText(message);
  return jsonPost(dingtalkUrl(url, signingSecret, now), { msgtype: 'markdown', markdown: { title, text: markdown } });
};

const AnswerSchema = z.object({ errcode: z.int() });

/** Codes by which robots say that it was too much, or that they are busy: WeCom -1 and 45009, DingTalk -1 and 130101. */
const BUSY: readonly number[] = [-1, 45009, 130101];

/** @returns what a robot's answer means: both kinds answer 200 and say in the body whether they took it. */
export const verdictOfRobot = (answer: OutboundAnswer): Verdict => {
  const byStatus = verdictOfStatus(answer);
  if (byStatus.kind !== 'delivered') return byStatus;
  try {
    const { errcode } = AnswerSchema.parse(JSON.parse(answer.body));
    if (errcode === 0) return DELIVERED;
    const reason = `errcode ${errcode}`;
    return BUSY.includes(errcode) ? { kind: 'again', reason } : { kind: 'refused', reason };
  } catch {
    return { kind: 'refused', reason: 'the answer is not that of a robot' };
  }
};
