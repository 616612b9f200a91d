import * as z from 'zod';
import { PersonReferenceSchema } from '../kernel/person-reference.ts';
import { wordsSchema } from '../kernel/words.ts';
import { RingReasonSchema } from '../roster/ring-order.ts';

/** Somebody on the duty roster as the ledger names them: no telephone. */
export const RungPersonSchema = z
  .strictObject({
    who: z.literal('person'),
    name: wordsSchema(60),
    position: wordsSchema(100).optional(),
    /** As whom they sign in, where the roster says so. */
    personId: PersonReferenceSchema.shape.id.optional(),
    because: RingReasonSchema,
  })
  .meta({ id: 'RungPerson' });
export type RungPerson = z.infer<typeof RungPersonSchema>;

/** Whom an escalation told: the next on the duty roster, or a role where the roster has nobody left. */
export const ToldSchema = z
  .discriminatedUnion('who', [
    RungPersonSchema,
    z.strictObject({ who: z.literal('role'), role: z.enum(['coordinator', 'representative']) }),
  ])
  .meta({ id: 'Told' });
export type Told = z.infer<typeof ToldSchema>;

const isSame = (left: Told, right: Told): boolean =>
  left.who === 'role'
    ? right.who === 'role' && left.role === right.role
    : right.who === 'person' && left.name === right.name && left.position === right.position;

/** The coordinator stands in for a roster that has nobody; after its last, there is only who may bind the city. */
const rolesAfter = (ring: readonly RungPerson[]): readonly Told[] => [
  ...(ring.length === 0 ? [{ who: 'role', role: 'coordinator' } as const] : []),
  { who: 'role', role: 'representative' },
];

/**
 * @param ring the duty roster now, in the order in which its people are rung.
 * @param told whom earlier escalations of the same deadline told: the shift may have changed since, nobody is told twice.
 * @returns whom to tell next; once everybody knows, the representative again.
 */
export const nextToTell = (ring: readonly RungPerson[], told: readonly Told[]): Told =>
  [...ring, ...rolesAfter(ring)].find((next) => !told.some((earlier) => isSame(earlier, next))) ?? {
    who: 'role',
    role: 'representative',
  };
