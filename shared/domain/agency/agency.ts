import type { Aggregate, NoticeDraft } from '../kernel/aggregate.ts';
import { routine, urgent } from '../kernel/notice.ts';
import type { Text } from '../kernel/text.ts';
import { offDutyNotices } from '../roster/contact-read.ts';
import type { AgencyCommand } from './agency-commands.ts';
import { type AgencyEvent, AgencyEventSchema } from './agency-events.ts';
import { agencyListings } from './agency-listings.ts';
import { agencyRegistryEntry } from './agency-registry-entry.ts';
import { renewalDueAt } from './agency-renewals.ts';
import { type AgencyState, AgencyStateSchema, type Renewable } from './agency-state.ts';
import { decideAgency } from './decide-agency.ts';
import { evolveAgency } from './evolve-agency.ts';

const RENEWABLE_NAMES: Readonly<Record<Renewable, Text>> = {
  certification: { zh: '资质', en: 'certification' },
  agreement: { zh: '战略协议', en: 'strategic agreement' },
};

const notices = (event: AgencyEvent, { details: { name } }: AgencyState): readonly NoticeDraft[] => {
  if (event.type === 'agencyContactsRead') return offDutyNotices(event, name);
  if (event.type !== 'agencyRenewalDue' && event.type !== 'agencyRenewalMissed') return [];
  const { zh, en } = RENEWABLE_NAMES[event.what];
  return event.type === 'agencyRenewalDue'
    ? [
        routine(
          `联动单位“${name}”的${zh}将于${event.expiresAt}到期，请及时续期。`,
          `The ${en} of the agency "${name}" ends at ${event.expiresAt}; have it renewed.`,
        ),
      ]
    : [
        urgent(
          `联动单位“${name}”的${zh}已到期，续期前不能向其派发任务。`,
          `The ${en} of the agency "${name}" has ended; it cannot be given tasks until it is renewed.`,
        ),
      ];
};

/** A partner agency in this city's registry. */
export const agency: Aggregate<AgencyState, AgencyCommand, AgencyEvent> = {
  kind: 'agency',
  stateSchema: AgencyStateSchema,
  eventSchema: AgencyEventSchema,
  decide: decideAgency,
  evolve: evolveAgency,
  dueAt: renewalDueAt,
  listings: agencyListings,
  registryEntry: agencyRegistryEntry,
  notices,
  isExercise: () => false,
};
