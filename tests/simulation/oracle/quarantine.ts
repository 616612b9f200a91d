import { type Evidence, rowsOf } from './evidence.ts';

/** What only an adversary, or a fault of the exchange, brings about. What crossed another message may be refused for other reasons. */
const SUSPICIOUS: readonly unknown[] = [
  'not-a-message',
  'message-too-large',
  'wrong-recipient',
  'from-ourselves',
  'unknown-message-type',
  'body-not-valid',
  'message-expired',
  'unknown-city',
  'unknown-agreement',
  'unknown-key',
  'forged-signature',
  'message-id-reused',
  'sequence-replayed',
  'unknown-message-answered',
  'receipt-digest-mismatch',
  'not-for-this-aggregate',
  'concurrent-change',
];

/** Nobody in these stories forges or garbles anything: no city may think so. */
export const wrongSuspicions = (evidence: Evidence): readonly string[] =>
  rowsOf(evidence, 'quarantine')
    .filter(({ code }) => SUSPICIOUS.includes(code))
    .map(({ code, type, messageId, from }) => `${evidence.city}: quarantined ${type} ${messageId} of ${from}: ${code}`);
