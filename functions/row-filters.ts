import type { FunctionDefinition } from './catalog-types.ts';

type Alternatives = readonly (string | { readonly prefix: string })[];

/** Which new rows of the table a function is told of: an AWS event filter pattern over the record of the table's stream. */
export type RowFilter = {
  readonly eventName: readonly ['INSERT'];
  readonly dynamodb: {
    readonly Keys?: Readonly<Record<string, { readonly S: Alternatives }>>;
    readonly NewImage: {
      readonly entity: { readonly S: readonly string[] };
      readonly [attribute: string]: unknown;
    };
  };
};

type Filtering = Pick<FunctionDefinition, 'triggers'>;

/** @returns which rows the queue of a function takes; any of the filters is enough. */
export const queueFiltersOf = ({ triggers }: Filtering): readonly RowFilter[] =>
  triggers.flatMap((trigger) => (trigger.kind === 'row-queue' ? [trigger.filter] : []));

/** @returns the filter of whoever passes rows on to the queues of these functions: it lets through all kinds of rows that any of them wants. */
export const coveringFilter = (functions: readonly Filtering[]): RowFilter => {
  const entities = functions.flatMap(queueFiltersOf).flatMap(({ dynamodb }) => dynamodb.NewImage.entity.S);
  return { eventName: ['INSERT'], dynamodb: { NewImage: { entity: { S: [...new Set(entities)].toSorted() } } } };
};
