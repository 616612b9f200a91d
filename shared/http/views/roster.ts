import * as z from 'zod';
import { type Instant, InstantSchema } from '../../domain/kernel/instant.ts';
import { shiftAt } from '../../domain/roster/duty-time.ts';
import { RingReasonSchema, ringOrder } from '../../domain/roster/ring-order.ts';
import {
  NamedPersonSchema,
  type OfficeCard,
  OfficeCardSchema,
  type ShiftCard,
  ShiftCardSchema,
} from '../../domain/roster/roster-listings.ts';
import {
  type DutyPerson,
  DutyPersonSchema,
  HandoverSchema,
  type KeptShift,
  type OfficeDetails,
  OfficeDetailsSchema,
  OfficeKindSchema,
  type RosterState,
  RosterStatusSchema,
} from '../../domain/roster/roster-state.ts';
import { maskedTelephone } from './team.ts';

/** Somebody on a roster, of whose telephone only so much is shown that it can be recognised. */
const MaskedDutyPersonSchema = DutyPersonSchema.omit({ telephone: true }).extend({ telephone: z.string() }).meta({
  id: 'MaskedDutyPerson',
  description: 'e.g. 138****0001',
});

const MaskedShiftSchema = z
  .strictObject({
    from: InstantSchema,
    until: InstantSchema,
    lead: MaskedDutyPersonSchema.optional(),
    onDuty: z.array(MaskedDutyPersonSchema),
    handover: HandoverSchema.optional(),
  })
  .meta({ id: 'MaskedShift' });

/** A roster with everything but telephones of persons. */
export const RosterViewSchema = OfficeDetailsSchema.omit({ escalation: true })
  .extend({
    officeId: z.uuid(),
    kind: OfficeKindSchema,
    status: RosterStatusSchema,
    escalation: z.array(MaskedDutyPersonSchema),
    shifts: z.array(MaskedShiftSchema),
    discontinuation: z.strictObject({ reason: z.string(), at: InstantSchema }).optional(),
  })
  .meta({ id: 'Roster' });
type RosterView = z.infer<typeof RosterViewSchema>;

const maskedPerson = (person: DutyPerson): z.infer<typeof MaskedDutyPersonSchema> => ({
  ...person,
  telephone: maskedTelephone(person.telephone),
});

/** @returns a shift without telephones. */
export const maskedShift = ({ lead, onDuty, ...shift }: KeptShift): z.infer<typeof MaskedShiftSchema> => ({
  ...shift,
  ...(lead === undefined ? {} : { lead: maskedPerson(lead) }),
  onDuty: onDuty.map(maskedPerson),
});

/** @returns an office without telephones of persons. */
export const maskedOffice = ({ escalation, ...office }: OfficeDetails) => ({
  ...office,
  escalation: escalation.map(maskedPerson),
});

/** @returns the roster as it is shown. */
export const rosterView = (roster: RosterState): RosterView => ({
  officeId: roster.id,
  kind: roster.kind,
  status: roster.status,
  ...maskedOffice(roster.office),
  shifts: roster.shifts.map(maskedShift),
  ...(roster.status === 'discontinued'
    ? { discontinuation: { reason: roster.reason, at: roster.discontinuedAt } }
    : {}),
});

/** Who is on duty in an office at a moment, and whom to ring, in this order. */
export const OnDutySchema = OfficeCardSchema.omit({ escalation: true })
  .extend({
    /** Left out while nobody is planned. */
    shift: ShiftCardSchema.omit({ officeId: true }).optional(),
    ring: z.array(NamedPersonSchema.extend({ because: RingReasonSchema })),
  })
  .meta({ id: 'OnDuty' });
export type OnDuty = z.infer<typeof OnDutySchema>;

/** @returns who is on duty in an office, from what lists know of the office and of the shift of the moment. */
export const onDutyView = ({ escalation, ...office }: OfficeCard, card: ShiftCard | undefined): OnDuty => {
  const ring = ringOrder(card, escalation);
  if (!card) return { ...office, ring };
  const { officeId: _, ...shift } = card;
  return { ...office, shift, ring };
};

/** Whom to ring in an office, in this order, with their telephones. */
export const LinesSchema = z
  .strictObject({
    officeId: z.uuid(),
    name: z.string(),
    line: z.string(),
    at: InstantSchema,
    ring: z.array(DutyPersonSchema.omit({ personId: true }).extend({ because: RingReasonSchema })),
  })
  .meta({ id: 'DutyLines' });

const withoutSignIn = ({ personId: _, ...person }: DutyPerson): Omit<DutyPerson, 'personId'> => person;

/** @returns whom to ring at a moment, with telephones: personal data. */
export const linesView = ({ id, office, shifts }: RosterState, at: Instant): z.infer<typeof LinesSchema> => {
  const shift = shiftAt(shifts, at);
  const onDuty = shift && {
    lead: shift.lead && withoutSignIn(shift.lead),
    onDuty: shift.onDuty.map(withoutSignIn),
  };
  const ring = ringOrder(onDuty, office.escalation.map(withoutSignIn));
  return { officeId: id, name: office.name, line: office.line, at, ring };
};
