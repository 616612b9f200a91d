import * as z from 'zod';
import { CityCodeSchema } from '../kernel/city-code.ts';
import type { Text } from '../kernel/text.ts';

/** What another incident is to this one. */
export const RELATIONS = {
  parent: { zh: '上级事件', en: 'parent incident' },
  child: { zh: '次生或分支事件', en: 'child incident' },
  same: { zh: '同一事件', en: 'the same event' },
} as const satisfies Record<string, Text>;
export type Relation = keyof typeof RELATIONS;
export const RelationSchema = z.enum(Object.keys(RELATIONS) as [Relation, ...Relation[]]).meta({ id: 'Relation' });

const INVERSES = { parent: 'child', child: 'parent', same: 'same' } as const satisfies Record<Relation, Relation>;

/** @returns what this incident is to the other. */
export const inverseOf = (relation: Relation): Relation => INVERSES[relation];

/** Another incident, of this city or of a partner's. */
export const OtherIncidentSchema = z.strictObject({ city: CityCodeSchema, incidentId: z.uuid() });

/** What another incident is to this one, and on which side that was said. */
export const IncidentRelationSchema = z
  .strictObject({
    relation: RelationSchema,
    ...OtherIncidentSchema.shape,
    title: z.string(),
    saidBy: z.enum(['this', 'other']),
  })
  .meta({ id: 'IncidentRelation' });
export type IncidentRelation = z.infer<typeof IncidentRelationSchema>;

/** @returns whether two relations are to the same incident. */
export const toSame = (
  one: Pick<IncidentRelation, 'city' | 'incidentId'>,
  other: Pick<IncidentRelation, 'city' | 'incidentId'>,
): boolean => one.city === other.city && one.incidentId === other.incidentId;
