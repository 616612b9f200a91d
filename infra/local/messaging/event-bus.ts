import type { PutEventsRequestEntry, PutEventsResultEntry } from '@aws-sdk/client-eventbridge';
import type { EventBridgeEvent } from 'aws-lambda';
import { compilePattern } from '../../../shared/lambda/event-pattern.ts';

/** An event as a rule's target gets it. */
export type BusEvent = EventBridgeEvent<string, unknown>;

/** One entry of PutEvents; time and resources are ours to say. */
export type BusPutEntry = Pick<PutEventsRequestEntry, 'Source' | 'DetailType' | 'Detail'>;

/** EventBridge's answer to PutEvents. */
export interface PutEventsAnswer {
  readonly FailedEntryCount: number;
  readonly Entries: readonly PutEventsResultEntry[];
}

/** A rule: events that match the pattern go to the target, which resolves once it has them safe. */
export interface BusRule {
  readonly name: string;
  readonly pattern: object;
  readonly target: (event: BusEvent) => Promise<void>;
}

export interface EventBusOptions {
  readonly account: string;
  readonly region: string;
  readonly newId: () => string;
  /** Told of targets that took not what they were given. */
  readonly onProblem: (problem: string, error: unknown) => void;
}

/** EventBridge takes entries up to this size, bytes. */
const MAXIMUM_ENTRY_BYTES = 256 * 1024;

const sizeOf = (...parts: readonly string[]): number => parts.reduce((sum, part) => sum + Buffer.byteLength(part), 0);

const refusal = (ErrorCode: string, ErrorMessage: string): PutEventsResultEntry => ({ ErrorCode, ErrorMessage });

const parsedObject = (text: string): object | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** A city's event bus: takes events and hands each to the targets of the rules it matches. */
export class EventBus {
  private readonly options: EventBusOptions;
  private readonly rules: (Pick<BusRule, 'name' | 'target'> & { readonly matches: (event: unknown) => boolean })[] = [];

  constructor(options: EventBusOptions) {
    this.options = options;
  }

  addRule({ name, pattern, target }: BusRule): void {
    this.rules.push({ name, target, matches: compilePattern(pattern) });
  }

  /** Takes entries as PutEvents does: answers for each on its own, once every target has it safe. */
  async putEvents(entries: readonly BusPutEntry[]): Promise<PutEventsAnswer> {
    const Entries = await Promise.all(entries.map((entry) => this.put(entry)));
    return { FailedEntryCount: Entries.filter(({ ErrorCode }) => ErrorCode).length, Entries };
  }

  /** Takes an event that a rule of another bus sends on; it keeps its id and source. */
  async forward(event: BusEvent): Promise<void> {
    await Promise.all(this.rules.filter(({ matches }) => matches(event)).map(({ target }) => target(event)));
  }

  private async put({ Source, DetailType, Detail }: BusPutEntry): Promise<PutEventsResultEntry> {
    if (!Source || !DetailType) return refusal('InvalidArgument', 'Parameter Source or DetailType is not valid.');
    if (Source.startsWith('aws.')) return refusal('NotAuthorizedForSource', 'Not authorized for the source.');
    const size = sizeOf(Source, DetailType, Detail ?? '');
    if (size > MAXIMUM_ENTRY_BYTES) return refusal('InvalidArgument', `Entry of ${size} bytes is over the limit.`);
    const detail = parsedObject(Detail ?? '');
    if (!detail) return refusal('MalformedDetail', 'Detail is malformed.');
    const { account, region, newId, onProblem } = this.options;
    const id = newId();
    const time = new Date().toISOString();
    try {
      const head = { version: '0', id, 'detail-type': DetailType, source: Source, account, time, region };
      await this.forward({ ...head, resources: [], detail });
      return { EventId: id };
    } catch (error) {
      onProblem(`an event of ${Source} could not be kept`, error);
      return refusal('InternalFailure', 'Internal failure.');
    }
  }
}
