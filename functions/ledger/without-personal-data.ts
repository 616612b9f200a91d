import type { Story } from '../../shared/data/story.ts';
import { DutyContactsSchema } from '../../shared/domain/agency/agency-state.ts';
import { ExpertContactSchema } from '../../shared/domain/expert/expert-details.ts';
import { KeptShiftsSchema, OfficeDetailsSchema } from '../../shared/domain/roster/roster-state.ts';
import { DutyContactSchema } from '../../shared/domain/team/team-state.ts';
import { maskedExpertContact } from '../../shared/http/views/expert.ts';
import { maskedOffice, maskedShift } from '../../shared/http/views/roster.ts';
import { maskedContact } from '../../shared/http/views/team.ts';

type Fields = Readonly<Record<string, unknown>>;

const masked = (fields: Fields): Record<string, unknown> => {
  const contact = DutyContactSchema.safeParse(fields.dutyContact);
  const contacts = DutyContactsSchema.safeParse(fields.dutyContacts);
  const office = OfficeDetailsSchema.safeParse(fields.office);
  const shifts = KeptShiftsSchema.safeParse(fields.shifts);
  const expertContact = ExpertContactSchema.safeParse(fields.contact);
  return {
    ...fields,
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
