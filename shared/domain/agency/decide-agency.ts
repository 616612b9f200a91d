import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import type { Instant } from '../kernel/instant.ts';
import { sameContent } from '../request/same-content.ts';
import { decideContactReading } from '../roster/contact-read.ts';
import { inOrderOfTime } from '../vocabulary/availability.ts';
import type { AgencyCommand, ChangeAgency, RegisterAgency } from './agency-commands.ts';
import type { AgencyEvent } from './agency-events.ts';
import { AGENCY_REFUSALS as REFUSALS } from './agency-refusals.ts';
import { expiryOf, renewalsDue } from './agency-renewals.ts';
import type { AgencyState } from './agency-state.ts';

type AgencyDecision = Decision<AgencyEvent>;
type CommandOf<T> = Extract<AgencyCommand, { readonly type: T }>;

const register = ({ id, details, dutyContacts }: RegisterAgency, at: Instant): AgencyDecision =>
  accept({ type: 'agencyRegistered', id, details, dutyContacts: [...dutyContacts], at });

const change = (agency: AgencyState, { as, details, dutyContacts }: ChangeAgency, at: Instant): AgencyDecision =>
  as === 'agency' && !sameContent(agency.details.agreement, details.agreement)
    ? refuse(REFUSALS.agreementIsTheCitys, {}, '/agreement')
    : accept({
        type: 'agencyChanged',
        details,
        ...(dutyContacts === undefined ? {} : { dutyContacts: [...dutyContacts] }),
        at,
      });

const setAvailability = ({ periods }: CommandOf<'set-availability'>, at: Instant): AgencyDecision => {
  const inOrder = inOrderOfTime(periods);
  return inOrder === undefined
    ? refuse(REFUSALS.periodsOverlap, {}, '/periods')
    : accept({ type: 'agencyAvailabilitySet', periods: inOrder, at });
};

const clockRanOut = (agency: AgencyState, now: Instant): AgencyDecision =>
  accept(
    ...renewalsDue(agency, now).map((what): AgencyEvent => {
      const expiresAt = expiryOf(agency.details, what);
      return { type: expiresAt <= now ? 'agencyRenewalMissed' : 'agencyRenewalDue', what, expiresAt };
    }),
  );

/** @returns what a command on an agency comes to. */
export const decideAgency = (
  agency: AgencyState | undefined,
  command: AgencyCommand,
  circumstances: Circumstances,
): AgencyDecision => {
  const { now } = circumstances;
  if (command.type === 'register') return agency ? refuse(REFUSALS.exists) : register(command, now);
  if (!agency) return refuse(REFUSALS.unknown);
  if (command.type === 'clock-ran-out') return clockRanOut(agency, now);
  const named = { agency: agency.details.name };
  if (agency.status === 'retired') return refuse(REFUSALS.retired, named);
  switch (command.type) {
    case 'change':
      return change(agency, command, now);
    case 'set-availability':
      return setAvailability(command, now);
    case 'confirm':
      return command.by.for === 'agency' && command.by.agencyId !== agency.id
        ? refuse(REFUSALS.notTheirs)
        : accept({ type: 'agencyConfirmed', at: now });
    case 'suspend':
      return agency.status === 'suspended'
        ? refuse(REFUSALS.suspended, named)
        : accept({ type: 'agencySuspended', reason: command.reason, at: now });
    case 'resume':
      return agency.status === 'suspended' ? accept({ type: 'agencyResumed' }) : refuse(REFUSALS.notSuspended, named);
    case 'retire':
      return accept({ type: 'agencyRetired', reason: command.reason, at: now });
    case 'show-contacts':
      return decideContactReading(command, circumstances, (read) => ({ type: 'agencyContactsRead', ...read }));
  }
};
