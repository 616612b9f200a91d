import { type FunctionDefinition, queueFiltersOf, type RowFilter } from './catalog-types.ts';

/** @returns the filter of whoever passes rows on to the queues of these functions: it lets through all kinds of rows that any of them wants. */
export const coveringFilter = (functions: readonly Pick<FunctionDefinition, 'triggers'>[]): RowFilter => {
  const entities = functions.flatMap(queueFiltersOf).flatMap(({ dynamodb }) => dynamodb.NewImage.entity.S);
  return { eventName: ['INSERT'], dynamodb: { NewImage: { entity: { S: [...new Set(entities)].toSorted() } } } };
};
