/**
 * How often what fails is tried again before it is put aside: the same on AWS and in the embedded runtime.
 */

/**
 * Records of the table's stream. Left unbounded, one bad record would block its shard until the stream forgets it. What is given
 * up is not lost: its message stays in the table unconfirmed, and the clock has it sent again.
 */
export const STREAM = { batchSize: 100, retries: 10, recordAgeHours: 1 } as const;

/** Messages in the inbox queue; after so many receives one goes to the dead letters. */
export const INBOX = { batchSize: 10, maximumReceives: 5 } as const;

/**
 * Notes of new rows in the queues of functions that are told of them. What fails is handed out again after so many times the function's
 * time limit: AWS advises six, for the sake of batches that are throttled; here a partition waits for its first note that failed, so that it is
 * rather tried sooner and oftener.
 */
export const ROW_QUEUE = { batchSize: 10, maximumReceives: 10, timeouts: 2 } as const;

/** Events that rules hand to functions: Lambda tries one at most twice again. */
export const ASYNCHRONOUS = { retries: 2, courierEventAgeHours: 6 } as const;

/** What a rule's target does not take: EventBridge's own default, at most a day. */
export const RULE_TARGET = { attempts: 185, eventAgeHours: 24 } as const;
