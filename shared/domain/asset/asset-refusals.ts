import { reason } from '../kernel/refusal.ts';
import { ASSET_KINDS, type AssetKind } from './asset-kind.ts';

/** Why commands on equipment or vehicles are refused, and why one cannot be had. */
const refusalsOf = (kind: AssetKind) => {
  const { zh, en } = ASSET_KINDS[kind];
  return {
    unknown: reason(`${kind}-unknown`, 'missing', { zh: `本市没有该${zh}。`, en: `This city has no such ${en}.` }),
    exists: reason(`${kind}-exists`, 'conflict', {
      zh: `该编号的${zh}已登记。`,
      en: `There is ${en} of this id already.`,
    }),
    retired: reason(`${kind}-retired`, 'conflict', {
      zh: `${zh}“{asset}”已撤销登记。`,
      en: `The ${en} "{asset}" has been retired.`,
    }),
    committed: reason(`${kind}-already-committed`, 'conflict', {
      zh: `${zh}“{asset}”已用于派遣{deployment}，至{until}。`,
      en: `The ${en} "{asset}" is given to the deployment {deployment} until {until}.`,
    }),
    notCommitted: reason(`${kind}-not-committed`, 'conflict', {
      zh: `${zh}“{asset}”未用于派遣{deployment}。`,
      en: `The ${en} "{asset}" is not given to the deployment {deployment}.`,
    }),
    noDeployment: reason(`${kind}-deployment-not-under-way`, 'invalid', {
      zh: '本市没有正在执行的派遣{deployment}。',
      en: 'This city has no deployment {deployment} of its own under way.',
    }),
    underRepair: reason(`${kind}-under-repair`, 'conflict', {
      zh: `${zh}“{asset}”自{since}起维修：{reason}`,
      en: `The ${en} "{asset}" is under repair since {since}: {reason}`,
    }),
    notUnderRepair: reason(`${kind}-not-under-repair`, 'conflict', {
      zh: `${zh}“{asset}”不在维修中。`,
      en: `The ${en} "{asset}" is not under repair.`,
    }),
    inspectionExpired: reason(`${kind}-inspection-expired`, 'conflict', {
      zh: `${zh}“{asset}”的检验已于{expiresAt}到期。`,
      en: `The inspection of the ${en} "{asset}" expired at {expiresAt}.`,
    }),
    notAvailable: reason(`${kind}-not-available`, 'conflict', {
      zh: `${zh}“{asset}”自{begins}至{until}不可用：{reason}`,
      en: `The ${en} "{asset}" is not available from {begins} until {until}: {reason}`,
    }),
    inPackage: reason(`${kind}-in-a-package`, 'conflict', {
      zh: `${zh}“{asset}”已编入任务包{package}，一次只能编入一个任务包。`,
      en: `The ${en} "{asset}" is kept for the package {package}; it can be in one package at a time.`,
    }),
  } as const;
};

/** By kind: codes begin with it, e.g. `vehicle-under-repair`. */
export const ASSET_REFUSALS = { equipment: refusalsOf('equipment'), vehicle: refusalsOf('vehicle') } as const;
