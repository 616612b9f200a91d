import { reason } from '../kernel/refusal.ts';

/** Why commands on situation reports are refused. */
export const SITUATION_REPORT_REFUSALS = {
  unknown: reason('situation-report-unknown', 'missing', {
    zh: '本市没有这一信息报送。',
    en: 'This city has no such series of reports.',
  }),
  exists: reason('situation-report-exists', 'conflict', {
    zh: '本市已就该事件开始报送。',
    en: 'This city reports on that incident already.',
  }),
  notOurs: reason('situation-report-not-ours', 'conflict', {
    zh: '这是{city}报送的信息，不能由本市更改。',
    en: 'These are the reports of {city}; they are not for this city to change.',
  }),
  firstFirst: reason('report-first-missing', 'conflict', {
    zh: '尚无初报，应先报送初报。',
    en: 'There is no first report yet; that comes first.',
  }),
  firstAlready: reason('report-first-already', 'conflict', {
    zh: '已有初报；如有错误，请指明所更正的版本。',
    en: 'There is a first report already; where it is wrong, name the version that is corrected.',
  }),
  finalAlready: reason('report-final-already', 'conflict', {
    zh: '已核报；此后仅可更正或补充核报。',
    en: 'The final report is approved; it may be corrected or supplemented, and that is all.',
  }),
  notStable: reason('report-not-stable', 'invalid', {
    zh: '灾情未稳定，不能核报。',
    en: 'What is not stable cannot be reported on finally.',
  }),
  noSuchVersion: reason('report-version-unknown', 'invalid', {
    zh: '没有第{number}版。',
    en: 'There is no version {number}.',
  }),
  versionMissing: reason('report-version-missing', 'missing', {
    zh: '没有第{number}版。',
    en: 'There is no version {number}.',
  }),
  reasonNeeded: reason('report-reason-needed', 'invalid', {
    zh: '更正须说明理由。',
    en: 'Say why it is corrected.',
  }),
  fewerDead: reason('report-fewer-dead', 'invalid', {
    zh: '死亡人数由{before}减为{after}，须说明理由。',
    en: 'Say why {after} are dead where {before} were reported.',
  }),
  tollClosed: reason('report-toll-closed', 'invalid', {
    zh: '伤亡统计期已于{endedAt}届满，死亡人数由{before}增为{after}须说明理由。',
    en: 'The toll ceased to change at {endedAt}; say why {after} are dead where {before} were reported.',
  }),
  divisionTwice: reason('report-division-twice', 'invalid', {
    zh: '行政区划{division}重复。',
    en: 'The division {division} is there twice.',
  }),
  divisionWithin: reason('report-division-within', 'invalid', {
    zh: '行政区划{division}已含于{whole}，不得重复统计。',
    en: 'The division {division} is a part of {whole}; nothing is counted twice.',
  }),
  inTheFuture: reason('report-in-the-future', 'invalid', {
    zh: '数据截止时间{asOf}尚未到来。',
    en: 'The figures cannot be as of {asOf}, which is still to come.',
  }),
  beforeTheLast: reason('report-before-the-last', 'invalid', {
    zh: '数据截止时间{asOf}早于上一版的{last}。',
    en: 'The figures are as of {asOf}, before those of the last version: {last}.',
  }),
  noDraft: reason('report-no-draft', 'conflict', { zh: '没有待办的稿件。', en: 'There is no draft.' }),
  draftStands: reason('report-draft-not-so', 'conflict', {
    zh: '稿件的状态为“{status}”，不能进行此操作。',
    en: 'This cannot be done with a draft that is: {status}.',
  }),
  notYourTurn: reason('report-not-your-turn', 'forbidden', {
    zh: '本步骤不由您办理。',
    en: 'It is not for you to take this step.',
  }),
  ownReport: reason('report-own', 'forbidden', {
    zh: '起草人不得批阅本人的稿件。',
    en: 'Nobody approves a report they wrote in themselves.',
  }),
  notSigned: reason('report-changed-meanwhile', 'stale', {
    zh: '稿件在签发时已被更改，请重新查看后签发。',
    en: 'The report was changed while it was being signed; read it again.',
  }),
  tooManyVersions: reason('report-too-many-versions', 'conflict', {
    zh: '该事件的信息已达{maximum}版。',
    en: 'There are {maximum} versions of these reports already.',
  }),
  tooManyRemarks: reason('report-too-many-remarks', 'conflict', {
    zh: '批注过多。',
    en: 'There are too many remarks on this draft.',
  }),
  calledOff: reason('report-called-off', 'conflict', {
    zh: '该事件已不再报送。',
    en: 'The reports on this incident were called off.',
  }),
  reportedAlready: reason('report-begun-already', 'conflict', {
    zh: '已有签发的版本，应以核报结束。',
    en: 'A version is approved already; a final report brings this to its end.',
  }),
  nothingToSend: reason('report-nothing-to-send', 'conflict', {
    zh: '尚无已签发的版本。',
    en: 'No version is approved yet.',
  }),
  sentAlready: reason('report-sent-already', 'conflict', {
    zh: '最新版本已发送{city}。',
    en: 'The latest version was sent to {city} already.',
  }),
  samePartner: reason('report-same-partner', 'invalid', {
    zh: '{city}被指定两次。',
    en: '{city} is named twice.',
  }),
  tooManyRecipients: reason('report-too-many-recipients', 'invalid', {
    zh: '最多发送{maximum}个城市。',
    en: 'Reports are sent to at most {maximum} cities.',
  }),
  notTheSender: reason('report-not-the-sender', 'forbidden', {
    zh: '{city}不是该信息的报送城市。',
    en: '{city} is not the city whose reports these are.',
  }),
  heldAlready: reason('report-version-held', 'conflict', {
    zh: '已有第{number}版。',
    en: 'Version {number} was received already.',
  }),
} as const;
