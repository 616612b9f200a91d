import { reason } from '../kernel/refusal.ts';

/** Why commands on agreements are refused. */
export const AGREEMENT_REFUSALS = {
  unknown: reason('agreement-unknown', 'missing', {
    zh: '本市没有这份协议。',
    en: 'This city has no such agreement.',
  }),
  exists: reason('agreement-exists', 'conflict', {
    zh: '该编号的协议已存在。',
    en: 'There is an agreement of this id already.',
  }),
  notRepresentative: reason('not-a-representative', 'forbidden', {
    zh: '只有授权代表才能签署对本市有约束力的文件。',
    en: 'Only an authorised representative may sign what binds the city.',
  }),
  wrongStatus: reason('agreement-status', 'conflict', {
    zh: '协议当前状态为{status}，不能进行此操作。',
    en: 'The agreement is {status}; this cannot be done now.',
  }),
  notAParty: reason('not-a-party', 'forbidden', {
    zh: '城市{city}在此不能这样做：它不是应当行动的一方。',
    en: 'City {city} may not do this: it is not the party to do it.',
  }),
  partnerIsSelf: reason('partner-is-this-city', 'invalid', {
    zh: '不能与本市自己签订协议。',
    en: 'A city cannot sign an agreement with itself.',
  }),
  ownFingerprint: reason('fingerprint-is-own', 'invalid', {
    zh: '填写的是本市自己的密钥指纹，请填写对方电话告知的指纹。',
    en: "This is this city's own fingerprint; enter the one the partner read out on the telephone.",
  }),
  fingerprintMismatch: reason('fingerprint-mismatch', 'invalid', {
    zh: '指纹与收到的密钥不一致：该提议可能不是对方发出的。请再次电话核对。',
    en: 'The fingerprint is not that of the key received: the proposal may not be theirs. Telephone again.',
  }),
  ownKeyNotNamed: reason('own-key-not-named', 'conflict', {
    zh: '提议中写明的本市密钥指纹与本市现用密钥不符，请拒绝并请对方重新提议。',
    en: "The proposal names another key as this city's than the one it signs with; refuse it and ask for a new one.",
  }),
  keyMismatch: reason('key-not-pinned', 'forbidden', {
    zh: '该密钥不是电话核对过的密钥。',
    en: 'The key is not the one whose fingerprint was read out on the telephone.',
  }),
  digestMismatch: reason('terms-digest-mismatch', 'conflict', {
    zh: '签名针对的条款与本市持有的条款不一致。',
    en: 'The signature was made under other terms than these.',
  }),
  signatureMismatch: reason('signature-not-of-sender', 'forbidden', {
    zh: '签名与发送该消息的城市或消息本身不符。',
    en: 'The signature is not of the city, or for the message, that it came with.',
  }),
  validityOver: reason('validity-over', 'invalid', {
    zh: '有效期已于{until}结束。',
    en: 'The validity ended at {until}.',
  }),
  beginningChanged: reason('amendment-changes-beginning', 'invalid', {
    zh: '修订不得改变有效期的起始时间（{from}）。',
    en: 'An amendment cannot change when the validity began ({from}).',
  }),
  preAuthorisationOutOfScope: reason('pre-authorisation-out-of-scope', 'invalid', {
    zh: '预先授权的{kind}不在协议的资源类别之内。',
    en: 'The pre-authorised {kind} is not among the resource kinds of the agreement.',
  }),
  amendmentPending: reason('amendment-pending', 'conflict', {
    zh: '已有一份修订等待签署，请先处理。',
    en: 'An amendment is waiting to be signed already; settle that first.',
  }),
  noSuchAmendment: reason('amendment-not-pending', 'conflict', {
    zh: '没有这份待签署的修订。',
    en: 'No such amendment is waiting to be signed.',
  }),
  ownAmendment: reason('own-amendment', 'conflict', {
    zh: '该修订由本市提出，应由对方签署或拒绝。',
    en: 'This city proposed the amendment; it is for the partner to sign or refuse.',
  }),
  amendmentVersion: reason('amendment-version', 'conflict', {
    zh: '修订针对的条款版本与本市持有的版本（{version}）不衔接。',
    en: 'The amendment does not follow on the version of the terms held here ({version}).',
  }),
  alreadySuspended: reason('already-suspended', 'conflict', {
    zh: '本市已中止该协议。',
    en: 'This city has suspended the agreement already.',
  }),
  notSuspendedHere: reason('not-suspended-by-this-city', 'conflict', {
    zh: '只有中止协议的城市才能恢复协议，本市并未中止。',
    en: 'Only the city that suspended an agreement resumes it, and this one has not.',
  }),
  declarationNotNeeded: reason('declaration-not-needed', 'conflict', {
    zh: '该协议生效期间随时可用，无须启动宣布。',
    en: 'The agreement is always usable while in force; it needs no declaration.',
  }),
  alreadyDeclared: reason('already-declared', 'conflict', {
    zh: '宣布{number}已经生效。',
    en: 'Declaration {number} is in effect already.',
  }),
  notDeclared: reason('not-declared', 'conflict', {
    zh: '没有正在生效的宣布{number}。',
    en: 'There is no declaration {number} in effect.',
  }),
  sameKey: reason('key-not-new', 'invalid', {
    zh: '该密钥就是现用密钥。',
    en: 'This is the key in use already.',
  }),
} as const;
