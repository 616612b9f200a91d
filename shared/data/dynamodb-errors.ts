import type { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type CancellationReason, StoreThrottled, TransactionCancelled } from './store.ts';

const CONDITION_FAILED = 'ConditionalCheckFailed';
const CONFLICT = 'TransactionConflict';
const THROTTLED_REASONS: readonly (string | undefined)[] = ['ThrottlingError', 'ProvisionedThroughputExceeded'];
const THROTTLED_ERRORS: readonly string[] = [
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
];

const reasonOf = (code: string | undefined): CancellationReason => {
  if (code === CONDITION_FAILED) return 'condition';
  return code === CONFLICT ? 'conflict' : undefined;
};

type Cancellation = Error & Pick<TransactionCanceledException, 'CancellationReasons'>;

const cancellation = (error: Cancellation): unknown => {
  const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code);
  const reasons = codes.map(reasonOf);
  if (reasons.some((reason) => reason !== undefined)) return new TransactionCancelled(reasons);
  return codes.some((code) => THROTTLED_REASONS.includes(code)) ? new StoreThrottled(error) : error;
};

/**
 * @param writes number of writes of the transaction that failed; none for a read.
 * @returns the port's own error for what DynamoDB says, or the error itself where the port has no word for it. A condition
 * that does not hold goes before throttling: trying again would not help.
 */
export const storeErrorOf = (error: unknown, writes = 0): unknown => {
  if (!(error instanceof Error)) return error;
  switch (error.name) {
    case 'TransactionCanceledException':
      return cancellation(error);
    case 'TransactionInProgressException':
      return new TransactionCancelled(Array.from({ length: writes }, () => 'conflict' as const));
    default:
      return THROTTLED_ERRORS.includes(error.name) ? new StoreThrottled(error) : error;
  }
};
