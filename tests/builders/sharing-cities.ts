import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { CATALOG } from '../../functions/catalog.ts';
import { createHandler } from '../../functions/listing-share/handler.ts';
import { compilePattern } from '../../infra/local/messaging/pattern.ts';
import { toStreamRecord } from '../../shared/data/memory-stream.ts';
import type { AgreementTerms } from '../../shared/domain/agreement/agreement-terms.ts';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import type { RouteContract } from '../../shared/http/route.ts';
import { partnerListingRoutes } from '../../shared/http/routes/partner-listings.ts';
import { LANZHOU, XINING } from './circumstances.ts';
import { neighbours } from './neighbours.ts';

/** @returns whether the function that shares listings is told of a record, by the catalogue. */
const isOfInterest = compilePattern(
  CATALOG.find(({ name }) => name === 'listing-share')?.triggers.flatMap((trigger) =>
    trigger.kind === 'table-stream' ? [trigger.filter] : [],
  )[0],
);

/** Xining and Lanzhou under an agreement, with the function that shares their listings, whose streams wait to be read. */
export const sharingCities = async (terms?: AgreementTerms) => {
  const cities = await neighbours(terms);
  const streams = new Map<CityCode, DynamoDBRecord[]>();
  for (const city of [XINING, LANZHOU]) {
    const { store } = cities.cellOf(city);
    // What has happened so far waits in the stream, too.
    const records = store
      .rows()
      .map((after, index) => toStreamRecord({ sequence: index + 1, at: 0, key: after, before: undefined, after }))
      .filter(isOfInterest);
    streams.set(city, records);
    store.onChange((change) => {
      const record = toStreamRecord(change);
      if (isOfInterest(record)) records.push(record);
    });
  }

  /** Reads a batch of a city's stream. @returns whether there was anything to read. */
  const readStream = async (city: CityCode, batch = 100): Promise<boolean> => {
    const Records = streams.get(city)?.splice(0, batch) ?? [];
    if (Records.length === 0) return false;
    const handler = createHandler(cities.cellOf(city).cell) as (
      e: DynamoDBStreamEvent,
    ) => Promise<DynamoDBBatchResponse>;
    const { batchItemFailures } = await handler({ Records });
    if (batchItemFailures.length > 0) throw new Error('the stream was not read');
    return true;
  };

  /** Everything that is under way is done, and all messages arrive. */
  const settle = async (): Promise<void> => {
    for (let more = true; more; ) {
      await cities.deliverAll();
      const read = [await readStream(XINING), await readStream(LANZHOU)];
      more = read.includes(true) || cities.underWay.length > 0;
    }
  };

  const params = { agreementId: cities.agreementId };

  /** @returns the names of the entries on a page that a city is shown. */
  const namesOn = async (city: CityCode, contract: RouteContract): Promise<readonly string[]> => {
    const { body } = await cities.call(`coordinator@${city}`, contract, { params, query: { limit: '200' } });
    return (body as { items: readonly { entry: { name: string } }[] }).items.map(({ entry }) => entry.name);
  };
  /** @returns the names of what a city holds of the other's listings. */
  const heldBy = (city: CityCode) => namesOn(city, partnerListingRoutes.listPartnerListings);
  /** @returns the names of what a city shares with the other. */
  const sharedBy = (city: CityCode) => namesOn(city, partnerListingRoutes.listSharedListings);

  return { ...cities, params, streams, readStream, settle, heldBy, sharedBy };
};
export type SharingCities = Awaited<ReturnType<typeof sharingCities>>;
