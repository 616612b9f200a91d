import { reason } from '../domain/kernel/refusal.ts';

/** Why the inbox does not apply a message, besides what agreements and aggregates refuse. */
export const QUARANTINE = {
  notAMessage: reason('not-a-message', 'invalid', {
    zh: '收到的内容不是本系统的消息：{problemZh}',
    en: 'What came is not a message of this exchange: {problemEn}',
  }),
  tooLarge: reason('message-too-large', 'invalid', {
    zh: '消息有{bytes}字节，超过上限{maximum}。',
    en: 'The message has {bytes} bytes, more than the {maximum} allowed.',
  }),
  wrongRecipient: reason('wrong-recipient', 'invalid', {
    zh: '消息不是发给本市的。',
    en: 'The message is not addressed to this city.',
  }),
  fromOurselves: reason('from-ourselves', 'invalid', {
    zh: '消息自称由本市发出，却从外部到达。',
    en: 'The message claims to come from this very city.',
  }),
  unknownType: reason('unknown-message-type', 'invalid', {
    zh: '不认识的消息类型：{type}。',
    en: 'There is no message type {type}.',
  }),
  bodyNotValid: reason('body-not-valid', 'invalid', {
    zh: '消息内容不符合{type}的规定：{problemZh}',
    en: 'The body breaks the contract of {type}: {problemEn}',
  }),
  expired: reason('message-expired', 'invalid', {
    zh: '消息已于{expiresAt}失效。',
    en: 'The message was good until {expiresAt} only.',
  }),
  unknownCity: reason('unknown-city', 'forbidden', {
    zh: '与{from}没有任何协议，不接收其消息。',
    en: 'There is no agreement with {from}; nothing is taken from it.',
  }),
  unknownAgreement: reason('unknown-agreement', 'forbidden', {
    zh: '与{from}之间没有消息所称的协议{agreement}。',
    en: 'There is no agreement {agreement} with {from}.',
  }),
  unknownKey: reason('unknown-key', 'forbidden', {
    zh: '签名密钥{keyId}不是{from}在协议中登记的密钥。',
    en: 'The key {keyId} is not the one pinned for {from}.',
  }),
  forgedSignature: reason('forged-signature', 'forbidden', {
    zh: '签名与内容不符：消息可能被伪造或篡改。',
    en: 'The signature does not fit the message: it is forged or was changed on the way.',
  }),
  idReused: reason('message-id-reused', 'conflict', {
    zh: '消息编号{messageId}已用于另一条消息。',
    en: 'The message id {messageId} was used for another message.',
  }),
  sequenceReplayed: reason('sequence-replayed', 'conflict', {
    zh: '本会话第{sequence}条消息早已收到，此为重放。',
    en: 'Number {sequence} of this conversation was taken long ago; this is a replay.',
  }),
  unknownMessageAnswered: reason('unknown-message-answered', 'conflict', {
    zh: '回执所指的消息{messageId}本市从未发给{from}。',
    en: 'The receipt is for a message {messageId} that this city never sent to {from}.',
  }),
  digestMismatch: reason('receipt-digest-mismatch', 'conflict', {
    zh: '回执所载摘要与本市所发消息不符。',
    en: 'The receipt is for other content than this city sent.',
  }),
  notForThisAggregate: reason('not-for-this-aggregate', 'invalid', {
    zh: '此类消息{type}不适用于该会话。',
    en: 'A {type} makes no sense in this conversation.',
  }),
} as const;
