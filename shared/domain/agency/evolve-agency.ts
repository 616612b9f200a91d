import type { ExpiryNotice } from '../kernel/expiry-notice.ts';
import { confirmedBy } from '../registry/upkeep.ts';
import type { AgencyEvent } from './agency-events.ts';
import { expiryOf } from './agency-renewals.ts';
import type { AgencyState, Renewable } from './agency-state.ts';

type EventOf<T> = Extract<AgencyEvent, { readonly type: T }>;

const baseOf = ({ id, details, dutyContacts, periods, expiryNotices, confirmedAt }: AgencyState) => ({
  id,
  details,
  dutyContacts,
  periods,
  expiryNotices,
  ...confirmedBy({ at: confirmedAt }),
});

/** What was renewed may be told of anew. */
const changed = (agency: AgencyState, event: EventOf<'agencyChanged'>): AgencyState => {
  const { details, dutyContacts } = event;
  const told = (what: Renewable): ExpiryNotice =>
    expiryOf(details, what) === expiryOf(agency.details, what) ? agency.expiryNotices[what] : 'none';
  return {
    ...agency,
    ...confirmedBy(event),
    details,
    dutyContacts: dutyContacts ?? agency.dutyContacts,
    expiryNotices: { certification: told('certification'), agreement: told('agreement') },
  };
};

const toldOf = (agency: AgencyState, what: Renewable, notice: ExpiryNotice): AgencyState => ({
  ...agency,
  expiryNotices: { ...agency.expiryNotices, [what]: notice },
});

/** @returns the agency after an event. */
export const evolveAgency = (agency: AgencyState | undefined, event: AgencyEvent): AgencyState => {
  if (event.type === 'agencyRegistered') {
    const { id, details, dutyContacts } = event;
    const expiryNotices = { certification: 'none', agreement: 'none' } as const;
    return { status: 'active', id, details, dutyContacts, periods: [], expiryNotices, ...confirmedBy(event) };
  }
  if (!agency) throw new Error(`an agency begins by being registered, not by ${event.type}`);
  switch (event.type) {
    case 'agencyChanged':
      return changed(agency, event);
    case 'agencyAvailabilitySet':
      return { ...agency, ...confirmedBy(event), periods: event.periods };
    case 'agencyConfirmed':
      return { ...agency, ...confirmedBy(event) };
    case 'agencySuspended':
      return { ...baseOf(agency), status: 'suspended', reason: event.reason, suspendedAt: event.at };
    case 'agencyResumed':
      return { ...baseOf(agency), status: 'active' };
    case 'agencyRetired':
      return { ...baseOf(agency), status: 'retired', reason: event.reason, retiredAt: event.at };
    case 'agencyContactsRead':
      return agency;
    case 'agencyRenewalDue':
      return toldOf(agency, event.what, 'expiring');
    case 'agencyRenewalMissed':
      return toldOf(agency, event.what, 'expired');
  }
};
