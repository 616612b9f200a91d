import * as z from 'zod';
import { AddressSchema } from './address.ts';
import { ElementTextSchema } from './element-text.ts';
import { LocationSchema } from './location.ts';
import { carriesOneOf, ruled } from './rules.ts';
import { ValueListSchema } from './value-list.ts';

export const ContactRoleSchema = z.enum([
  'Sender',
  'Requester',
  'SubjectMatterExpert',
  'Approver',
  'RespondingOrg',
  'Owner',
]);
export type ContactRole = z.infer<typeof ContactRoleSchema>;

/** A person or organisation, reduced from CIQ xPIL: names, telephone numbers (each one ContactNumberElement) and addresses. */
const PartySchema = z.strictObject({
  PartyName: z
    .strictObject({
      PersonName: z.array(ElementTextSchema).optional(),
      OrganisationName: z.array(ElementTextSchema).optional(),
    })
    .optional(),
  ContactNumbers: z.array(ElementTextSchema).optional(),
  Addresses: z.array(AddressSchema).optional(),
});

/** A radio by which a contact is reached; channel and frequency are one to the standard. */
const RadioSchema = z.strictObject({ RadioType: ValueListSchema, RadioChannel: ElementTextSchema });

export const ContactInformationSchema = ruled(
  z.strictObject({
    ContactDescription: ElementTextSchema.optional(),
    ContactRole: ContactRoleSchema.optional(),
    Radio: z.array(RadioSchema).optional(),
    ContactLocation: LocationSchema.optional(),
    AdditionalContactInformation: PartySchema.optional(),
  }),
  'contact-is-named',
  carriesOneOf('ContactDescription', 'ContactRole'),
);
export type ContactInformation = z.infer<typeof ContactInformationSchema>;
