import * as z from 'zod';

/** Why somebody is rung when they are: on duty, leading the shift, or next in the office's order. */
export const RingReasonSchema = z.enum(['on-duty', 'lead', 'escalation']).meta({ id: 'RingReason' });
type RingReason = z.infer<typeof RingReasonSchema>;

type InOrder<P> = P & { readonly because: RingReason };

/**
 * @param shift the shift of the moment; without one, only the office's own order is left.
 * @returns whom to ring, in this order: those on duty, who leads the shift, then the office's order. Nobody comes twice.
 */
export const ringOrder = <P extends { readonly name: string; readonly position?: string | undefined }>(
  shift: { readonly lead?: P | undefined; readonly onDuty: readonly P[] } | undefined,
  escalation: readonly P[],
): InOrder<P>[] => {
  const order: readonly InOrder<P>[] = [
    ...(shift?.onDuty ?? []).map((person) => ({ ...person, because: 'on-duty' as const })),
    ...(shift?.lead === undefined ? [] : [{ ...shift.lead, because: 'lead' as const }]),
    ...escalation.map((person) => ({ ...person, because: 'escalation' as const })),
  ];
  const isSame = (left: P, right: P): boolean => left.name === right.name && left.position === right.position;
  return order.filter((person, index) => order.findIndex((other) => isSame(other, person)) === index);
};
