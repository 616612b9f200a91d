import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord, StreamRecord } from 'aws-lambda';
import type { Item, Key } from './store.ts';

/** A row that changed, before and after; one of the two is missing when it came to be or was removed. */
export interface Change {
  /** Counts the table's changes from 1. */
  readonly sequence: number;
  /** When, milliseconds since 1970. */
  readonly at: number;
  readonly key: Key;
  readonly before: Item | undefined;
  readonly after: Item | undefined;
}

type Image = NonNullable<StreamRecord['NewImage']>;

const image = (item: Item | Key): Image => marshall(item, { removeUndefinedValues: true }) as Image;

const eventName = ({ before, after }: Change): 'INSERT' | 'MODIFY' | 'REMOVE' => {
  if (before === undefined) return 'INSERT';
  return after === undefined ? 'REMOVE' : 'MODIFY';
};

/** @returns the change as a Lambda function on a DynamoDB stream of new and old images gets it. */
export const toStreamRecord = (change: Change): DynamoDBRecord => ({
  eventID: String(change.sequence),
  eventName: eventName(change),
  eventVersion: '1.1',
  eventSource: 'aws:dynamodb',
  dynamodb: {
    ApproximateCreationDateTime: Math.floor(change.at / 1000),
    Keys: image(change.key),
    ...(change.after && { NewImage: image(change.after) }),
    ...(change.before && { OldImage: image(change.before) }),
    SequenceNumber: String(change.sequence).padStart(21, '0'),
    StreamViewType: 'NEW_AND_OLD_IMAGES',
  },
});
