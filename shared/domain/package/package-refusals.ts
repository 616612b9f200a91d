import { reason } from '../kernel/refusal.ts';

/** Why commands on mission-ready packages are refused, and why one cannot be offered. */
export const PACKAGE_REFUSALS = {
  unknown: reason('package-unknown', 'missing', { zh: '本市没有该任务包。', en: 'This city has no such package.' }),
  exists: reason('package-exists', 'conflict', {
    zh: '该编号的任务包已存在。',
    en: 'There is a package of this id already.',
  }),
  retired: reason('package-retired', 'conflict', {
    zh: '任务包“{package}”已撤销。',
    en: 'The package "{package}" has been retired.',
  }),
  partUnknown: reason('package-part-unknown', 'invalid', {
    zh: '本市登记中没有{part}，任务包不能编入。',
    en: "This city's registry has no {part} that a package could be made of.",
  }),
  partRetired: reason('package-part-retired', 'invalid', {
    zh: '“{part}”已撤销登记，任务包不能编入。',
    en: '"{part}" has been retired; a package cannot be made of it.',
  }),
  tooManyMoves: reason('package-change-too-large', 'invalid', {
    zh: '一次更改最多调入或调出{most}件装备和车辆，本次为{moves}件，请分次更改。',
    en: 'One change takes up or gives back at most {most} pieces of equipment and vehicles, not {moves}; change it in steps.',
  }),
  notValid: reason('package-not-valid', 'conflict', {
    zh: '任务包“{package}”自{validFrom}至{validUntil}有效，不在有效期内。',
    en: 'The package "{package}" is valid from {validFrom} until {validUntil}, not then.',
  }),
  tooLong: reason('mission-too-long-for-package', 'invalid', {
    zh: '任务为期{days}天，任务包报价最长{most}天。',
    en: 'The mission lasts {days} days; a package is priced for at most {most}.',
  }),
  noTeamOfKind: reason('package-without-kind', 'conflict', {
    zh: '任务包“{package}”中没有{kind}队伍。',
    en: 'The package "{package}" has no team of the kind {kind}.',
  }),
  overBeforeReady: reason('offer-over-before-package-ready', 'invalid', {
    zh: '任务包最早可于{ready}出发，晚于所定截止时间{until}。',
    en: 'The package can move off at {ready} at the earliest, after the end of the offer at {until}.',
  }),
} as const;
