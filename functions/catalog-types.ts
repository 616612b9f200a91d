import type { Text } from '../shared/domain/kernel/text.ts';
import type { RouteContract } from '../shared/http/route.ts';

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

/** What sets a function going besides HTTP. Both the stack and the embedded runtime wire these, and only these. */
export type Trigger =
  /** New rows, straight from the table's stream; a stream has two readers at most, so whatever can wait a second goes by queue. */
  | { readonly kind: 'table-stream'; readonly filter: RowFilter }
  /** New rows, by way of a queue of the function's own: at least once, those of one partition in order, each as a `RowNote`. */
  | { readonly kind: 'row-queue'; readonly filter: RowFilter }
  /** The queue that the city's bus fills with messages addressed to the city. */
  | { readonly kind: 'inbox-queue' }
  /** A bus rule for messages to peers that bus → bus cannot reach. */
  | { readonly kind: 'courier-links' }
  /** A fixed rate, in minutes. */
  | { readonly kind: 'schedule'; readonly everyMinutes: number };

/**
 * A right on one of the city's own things; the stack turns each into exactly the IAM actions named, and the environment that
 * goes with it. None of them includes Scan.
 */
export type Right =
  /** GetItem, Query, BatchGetItem on the table. */
  | 'table:read'
  /** PutItem, DeleteItem, ConditionCheckItem (the parts of TransactWriteItems) on the table. */
  | 'table:write'
  /** Query on the due index. */
  | 'table:due'
  /** kms:Sign and kms:GetPublicKey on the city's signing key. */
  | 'key:sign'
  /** events:PutEvents on the city's own bus. */
  | 'bus:publish'
  /** SendMessage on the queues of all functions that are told of new rows. */
  | 'row-queues:send'
  /** ReceiveMessage, DeleteMessage and GetQueueAttributes on the city's dead-letter queues. */
  | 'dead-letters:take'
  /** SendMessage on the queues that gave them up. */
  | 'dead-letters:put-back'
  /** GetObject on the city's files. */
  | 'files:read'
  /** PutObject and DeleteObject on the city's files; also what upload addresses allow. */
  | 'files:write'
  /** ssm:GetParameter on the city's secrets. */
  | 'secrets:read'
  /** ssm:PutParameter and ssm:DeleteParameter on the city's secrets: whoever keeps them cannot read them. */
  | 'secrets:write'
  /** sts:AssumeRole on the peers' courier roles. */
  | 'peer:publish';

/** One Lambda function of a cell. */
export interface FunctionDefinition {
  /** kebab-case; also the folder below `functions/`: `handler.ts` exports `createHandler`, `index.ts` exports the Lambda `handler`. */
  readonly name: string;
  readonly purpose: Text;
  readonly routes: readonly RouteContract[];
  /** Answers whatever no route matches (404 and 405 as problem+json): API Gateway's `$default`. At most one function. */
  readonly answersUnmatched?: true;
  readonly triggers: readonly Trigger[];
  readonly rights: readonly Right[];
  /** Static files shipped beside its module: `from` the root of the repository, `to` below the module's folder. */
  readonly assets?: readonly { readonly from: string; readonly to: string }[];
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
}

/** @returns which rows the queue of a function takes; any of the filters is enough. */
export const queueFiltersOf = ({ triggers }: Pick<FunctionDefinition, 'triggers'>): readonly RowFilter[] =>
  triggers.flatMap((trigger) => (trigger.kind === 'row-queue' ? [trigger.filter] : []));
