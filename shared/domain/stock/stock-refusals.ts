import { reason } from '../kernel/refusal.ts';

/** Why commands on stock lines are refused. */
export const STOCK_REFUSALS = {
  unknown: reason('stock-unknown', 'missing', { zh: '本市没有这条库存。', en: 'This city has no such stock line.' }),
  exists: reason('stock-exists', 'conflict', {
    zh: '该编号的库存已登记。',
    en: 'There is a stock line of this id already.',
  }),
  retired: reason('stock-retired', 'conflict', {
    zh: '库存“{stock}”已撤销登记。',
    en: 'The stock line "{stock}" has been retired.',
  }),
  depotUnknown: reason('stock-depot-unknown', 'invalid', {
    zh: '本市没有这个仓库。',
    en: 'This city has no such depot.',
  }),
  notEnough: reason('stock-not-enough', 'conflict', {
    zh: '“{stock}”可用数量只有{free}{unit}，不足{wanted}{unit}。',
    en: 'Of "{stock}" only {free} {unit} are free, not {wanted} {unit}.',
  }),
  tooMuch: reason('stock-too-much', 'invalid', {
    zh: '“{stock}”的数量不得超过{maximum}{unit}。',
    en: 'There cannot be more than {maximum} {unit} of "{stock}".',
  }),
  promised: reason('stock-promised', 'conflict', {
    zh: '“{stock}”已预留或调拨{promised}{unit}，须先解除或归还。',
    en: '{promised} {unit} of "{stock}" are reserved or committed; have them released or returned first.',
  }),
  expired: reason('stock-expired', 'conflict', {
    zh: '“{stock}”已于{expiresAt}过期，不能预留或调拨。',
    en: '"{stock}" expired at {expiresAt}; it cannot be promised.',
  }),
  purposeUnknown: reason('stock-purpose-unknown', 'invalid', {
    zh: '本市没有所写的突发事件、请求或任务。',
    en: 'This city has no incident, request or task of this id.',
  }),
  reservationOver: reason('stock-reservation-over', 'invalid', {
    zh: '预留的截止时间须晚于现在。',
    en: 'A reservation must end in the future.',
  }),
  noSuchReservation: reason('stock-reservation-unknown', 'missing', {
    zh: '“{stock}”没有这笔预留，或已到期、已解除。',
    en: '"{stock}" has no such reservation, or it has lapsed or was released.',
  }),
  keptForPartner: reason('stock-kept-for-partner', 'conflict', {
    zh: '这笔预留来自对伙伴城市请求的答复：请撤回答复，或按征调承诺。',
    en: 'This is kept back by an answer to a partner: withdraw the answer, or commit what is requisitioned.',
  }),
  moreThanReserved: reason('stock-more-than-reserved', 'invalid', {
    zh: '只预留了{reserved}{unit}，不能调拨{wanted}{unit}。',
    en: 'Only {reserved} {unit} are reserved; {wanted} {unit} cannot be committed.',
  }),
  noSuchCommitment: reason('stock-commitment-unknown', 'missing', {
    zh: '“{stock}”没有这笔调拨，或已归还。',
    en: '"{stock}" has no such commitment, or it has been returned.',
  }),
  moreThanCommitted: reason('stock-more-than-committed', 'invalid', {
    zh: '只调拨了{committed}{unit}，不能归还{returned}{unit}。',
    en: 'Only {committed} {unit} were committed; {returned} {unit} cannot come back.',
  }),
  tooManyPromises: reason('stock-too-many-promises', 'conflict', {
    zh: '“{stock}”的预留和调拨已达{maximum}笔。',
    en: '"{stock}" already has {maximum} reservations and commitments.',
  }),
} as const;
