import { reason } from '../kernel/refusal.ts';

/** Why commands on rosters are refused. */
export const ROSTER_REFUSALS = {
  unknown: reason('roster-unknown', 'missing', { zh: '该单位没有值班表。', en: 'This office has no roster.' }),
  exists: reason('roster-exists', 'conflict', {
    zh: '该单位已有值班表。',
    en: 'This office has a roster already.',
  }),
  discontinued: reason('roster-discontinued', 'conflict', {
    zh: '“{office}”的值班表已停用。',
    en: 'The roster of "{office}" has been discontinued.',
  }),
  notTheirs: reason('not-the-persons-duty-office', 'forbidden', {
    zh: '只能查看本单位和市值班室的值班，只能更改本单位的值班表。',
    en: "People outside the duty room see their own office and the city's duty room, and keep their own roster only.",
  }),
  shiftOver: reason('shift-over', 'conflict', {
    zh: '自{begin}开始的班次已结束，不能更改。',
    en: 'The shift that began at {begin} is over and cannot be changed.',
  }),
  shiftBegun: reason('shift-begun', 'conflict', {
    zh: '自{begin}开始的班次已开始，不能取消；可以替班。',
    en: 'The shift that began at {begin} has begun and cannot be removed; others can take it over.',
  }),
  shiftUnknown: reason('shift-unknown', 'missing', {
    zh: '值班表中没有该班次。',
    en: 'The roster has no such shift.',
  }),
  shiftTwice: reason('shift-named-twice', 'invalid', {
    zh: '自{begin}开始的班次写了两次。',
    en: 'The shift that begins at {begin} is named twice.',
  }),
  shiftsOverlap: reason('shifts-overlap', 'conflict', {
    zh: '自{begin}开始的班次与自{other}开始的班次重叠。',
    en: 'The shifts that begin at {begin} and {other} overlap.',
  }),
  rosterFull: reason('roster-full', 'conflict', {
    zh: '值班表最多保存{maximum}个班次。',
    en: 'A roster holds {maximum} shifts at most.',
  }),
  nobodyOnDuty: reason('nobody-on-duty', 'conflict', {
    zh: '“{office}”此时没有排班。',
    en: 'Nobody is planned to be on duty in "{office}" at this time.',
  }),
  nothingToTakeOver: reason('nothing-to-take-over', 'conflict', {
    zh: '该班次之前没有紧接的班次，无须交接。',
    en: 'No shift with anybody on duty ends when this one begins: there is nothing to take over.',
  }),
  handedOver: reason('duty-handed-over', 'conflict', {
    zh: '该班次已于{at}交接。',
    en: 'The duty was handed over to this shift at {at}.',
  }),
  handoverTooEarly: reason('handover-too-early', 'conflict', {
    zh: '该班次自{begin}开始，尚不能交接。',
    en: 'The shift begins at {begin}; it is too early to take it over.',
  }),
  notOnTheShift: reason('not-on-the-shift', 'invalid', {
    zh: '“{person}”不在该班次中。',
    en: '"{person}" is not on that shift.',
  }),
  notOnDutyForAll: reason('not-on-duty-for-all', 'forbidden', {
    zh: '按值班表您此时不当班，不能成批查看联系方式。',
    en: 'By the roster you are not on duty now: contacts are not read in bulk.',
  }),
  notOnDuty: reason('not-on-duty', 'forbidden', {
    zh: '按值班表您此时不当班（当班：{onDuty}）。确有需要的，请写明非当班查看，值班室会收到提醒。',
    en: 'By the roster you are not on duty now ({onDuty} is). If you must read it all the same, say so expressly; the duty room is told.',
  }),
} as const;
