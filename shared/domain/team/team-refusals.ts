import { reason } from '../kernel/refusal.ts';

/** Why commands on teams are refused. */
export const TEAM_REFUSALS = {
  unknown: reason('team-unknown', 'missing', { zh: '本市没有这支队伍。', en: 'This city has no such team.' }),
  exists: reason('team-exists', 'conflict', {
    zh: '该编号的队伍已登记。',
    en: 'There is a team of this id already.',
  }),
  retired: reason('team-retired', 'conflict', {
    zh: '队伍“{team}”已撤销登记。',
    en: 'The team "{team}" has been retired.',
  }),
  committed: reason('team-already-committed', 'conflict', {
    zh: '队伍“{team}”已承诺执行派遣{deployment}，至{until}。',
    en: 'The team "{team}" is promised to the deployment {deployment} until {until}.',
  }),
  certificationExpired: reason('team-certification-expired', 'conflict', {
    zh: '队伍“{team}”的资质已于{expiresAt}到期。',
    en: 'The certification of the team "{team}" expired at {expiresAt}.',
  }),
  notAvailable: reason('team-not-available', 'conflict', {
    zh: '队伍“{team}”自{from}至{until}不可用：{reason}',
    en: 'The team "{team}" is not available from {from} until {until}: {reason}',
  }),
  notItsLeader: reason('not-the-teams-leader', 'forbidden', {
    zh: '队长只能更改本队的可用时段、确认本队的登记。',
    en: 'A team leader may set the availability of the own team only, and confirm no other.',
  }),
} as const;
