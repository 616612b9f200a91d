import type { RequestEventOf } from './request-events.ts';
import type { RequisitionRecord } from './requisition-record.ts';

/** Everything of a requisition's record but its status and what only that status has. */
const without = ({ requisition, city, agreementId, precedingMessageId, reason, commitBy }: RequisitionRecord) => ({
  requisition,
  city,
  agreementId,
  precedingMessageId,
  reason,
  commitBy,
});

/** @returns the record with the partner's answer. */
export const withCommitment = (
  record: RequisitionRecord,
  { commitment }: RequestEventOf<'commitmentReceived'>,
): RequisitionRecord =>
  commitment.outcome === 'committed'
    ? { ...without(record), status: 'committed', commitment }
    : { ...without(record), status: 'refused', refusal: commitment };

/** @returns the record of a requisition that did not reach the partner. */
export const notTaken = (
  record: RequisitionRecord,
  { failure }: RequestEventOf<'requisitionNotTaken'>,
): RequisitionRecord => ({ ...without(record), status: 'not-taken', failure });

/** @returns the record after the request was cancelled: what was not committed yet is not asked for any more. */
export const cancelled = (record: RequisitionRecord): RequisitionRecord =>
  record.status === 'awaiting' ? { ...without(record), status: 'cancelled' } : record;

/** @returns the record whose deadline has passed; it stays awaiting. */
export const overdue = (record: RequisitionRecord): RequisitionRecord =>
  record.status === 'awaiting' ? { ...record, overdue: true } : record;
