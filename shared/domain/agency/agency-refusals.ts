import { reason } from '../kernel/refusal.ts';
import { PERIODS_OVERLAP } from '../vocabulary/availability.ts';

/** Why commands on agencies are refused, and why an agency cannot be given a task. */
export const AGENCY_REFUSALS = {
  unknown: reason('agency-unknown', 'missing', { zh: '本市没有这家联动单位。', en: 'This city has no such agency.' }),
  exists: reason('agency-exists', 'conflict', {
    zh: '该编号的联动单位已登记。',
    en: 'There is an agency of this id already.',
  }),
  retired: reason('agency-retired', 'conflict', {
    zh: '联动单位“{agency}”已撤销登记。',
    en: 'The agency "{agency}" has been retired.',
  }),
  suspended: reason('agency-suspended', 'conflict', {
    zh: '联动单位“{agency}”已暂停联动。',
    en: 'The agency "{agency}" is suspended.',
  }),
  notSuspended: reason('agency-not-suspended', 'conflict', {
    zh: '联动单位“{agency}”未被暂停。',
    en: 'The agency "{agency}" is not suspended.',
  }),
  agreementNotInForce: reason('agency-agreement-not-in-force', 'conflict', {
    zh: '与联动单位“{agency}”的战略协议自{validFrom}至{validUntil}有效，现不在有效期内。',
    en: 'The agreement with the agency "{agency}" is good from {validFrom} until {validUntil}, not now.',
  }),
  certificationExpired: reason('agency-certification-expired', 'conflict', {
    zh: '联动单位“{agency}”的资质已于{expiresAt}到期。',
    en: 'The certification of the agency "{agency}" expired at {expiresAt}.',
  }),
  notAvailable: reason('agency-not-available', 'conflict', {
    zh: '联动单位“{agency}”自{from}至{until}不可用：{reason}',
    en: 'The agency "{agency}" is not available from {from} until {until}: {reason}',
  }),
  agreementIsTheCitys: reason('agency-agreement-kept-by-city', 'forbidden', {
    zh: '战略协议条款须由本市值班室更改。',
    en: "The agreement's terms are changed by the city's duty room.",
  }),
  notTheirs: reason('not-the-persons-agency', 'forbidden', {
    zh: '只能查看和更改本单位的登记。',
    en: "People of an agency see and change their own agency's entry only.",
  }),
  periodsOverlap: PERIODS_OVERLAP,
} as const;
