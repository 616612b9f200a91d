import { expiryNoticeDueAt } from '../kernel/expiry-notice.ts';
import { earliest, type Instant } from '../kernel/instant.ts';
import { type AgencyDetails, type AgencyState, RENEWABLES, type Renewable } from './agency-state.ts';

/** @returns when something of an agency ends unless it is renewed. */
export const expiryOf = ({ certification, agreement }: AgencyDetails, what: Renewable): Instant =>
  what === 'certification' ? certification.expiresAt : agreement.validUntil;

const noticeDueAt = ({ details, expiryNotices }: AgencyState, what: Renewable): Instant | undefined =>
  expiryNoticeDueAt(expiryNotices[what], expiryOf(details, what));

/** @returns what the duty room must be told of by now. */
export const renewalsDue = (agency: AgencyState, now: Instant): readonly Renewable[] =>
  agency.status === 'retired'
    ? []
    : RENEWABLES.filter((what) => {
        const dueAt = noticeDueAt(agency, what);
        return dueAt !== undefined && dueAt <= now;
      });

/** @returns when the duty room must next be told that something ends, if ever. */
export const renewalDueAt = (agency: AgencyState): Instant | undefined =>
  agency.status === 'retired' ? undefined : earliest(...RENEWABLES.map((what) => noticeDueAt(agency, what)));
