import type { Story } from '../../shared/data/story.ts';
import { DutyContactsSchema } from '../../shared/domain/agency/agency-state.ts';
import { ExpertContactSchema } from '../../shared/domain/expert/expert-details.ts';
import { KeptShiftsSchema, OfficeDetailsSchema } from '../../shared/domain/roster/roster-state.ts';
import { DutyContactSchema } from '../../shared/domain/team/team-state.ts';
import { CallerSchema, withoutNumbers } from '../../shared/domain/work-order/work-order-details.ts';
import { maskedExpertContact } from '../../shared/http/views/expert.ts';
import { maskedOffice, maskedShift } from '../../shared/http/views/roster.ts';
import { maskedContact } from '../../shared/http/views/team.ts';
import { maskedCaller } from '../../shared/http/views/work-order.ts';

type Fields = Readonly<Record<string, unknown>>;

const masked = (fields: Fields): Record<string, unknown> => {
  const contact = DutyContactSchema.safeParse(fields.dutyContact);
  const contacts = DutyContactsSchema.safeParse(fields.dutyContacts);
  const office = OfficeDetailsSchema.safeParse(fields.office);
  const shifts = KeptShiftsSchema.safeParse(fields.shifts);
  const expertContact = ExpertContactSchema.safeParse(fields.contact);
  const caller = CallerSchema.safeParse(fields.caller);
  const { description } = fields;
  return {
    ...fields,
    ...(caller.success ? { caller: maskedCaller(caller.data) } : {}),
    ...(caller.success && typeof description === 'string' ? { description: withoutNumbers(description) } : {}),
    ...(contact.success ? { dutyContact: maskedContact(contact.data) } : {}),
    ...(expertContact.success ? { contact: maskedExpertContact(expertContact.data) } : {}),
    ...(office.success ? { office: maskedOffice(office.data) } : {}),
    ...(shifts.success ? { shifts: shifts.data.map(maskedShift) } : {}),
    ...(contacts.success ? { dutyContacts: contacts.data.map(maskedContact) } : {}),
  };
};

/**
 * @returns the story with personal data masked: whoever needs a telephone number asks for it by name, and that is in the ledger.
 * Hashes are those of the entries as they are kept; the verification works on those.
 */
export const withoutPersonalData = ({ city, chapters }: Story): Story => ({
  city,
  chapters: chapters.map((chapter) => ({
    ...chapter,
    state: masked(chapter.state),
    entries: chapter.entries.map((entry) => ({ ...entry, data: masked(entry.data) })),
  })),
});
