import type { Context } from 'aws-lambda';
import { createHandler } from '../../functions/listing-share/handler.ts';
import type { AgreementTerms } from '../../shared/domain/agreement/agreement-terms.ts';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import type { RouteContract } from '../../shared/http/route.ts';
import { partnerListingRoutes } from '../../shared/http/routes/partner-listings.ts';
import type { RowNote } from '../../shared/lambda/row-queue.ts';
import { LANZHOU, XINING } from './circumstances.ts';
import { neighbours } from './neighbours.ts';
import { isToldOf, queueEvent } from './told-of-rows.ts';

const isOfInterest = isToldOf('listing-share');

/** Xining and Lanzhou under an agreement, with the function that shares their listings, whose queues wait to be read. */
export const sharingCities = async (terms?: AgreementTerms) => {
  const cities = await neighbours(terms);
  const queues = new Map<CityCode, RowNote[]>();
  for (const city of [XINING, LANZHOU]) {
    const { store } = cities.cellOf(city);
    // What has happened so far waits in the queue, too.
    const notes: RowNote[] = store
      .rows()
      .filter((after) => isOfInterest({ sequence: 1, at: 0, key: after, before: undefined, after }));
    queues.set(city, notes);
    store.onChange((change) => {
      if (isOfInterest(change)) notes.push(change.key);
    });
  }

  /** Reads a batch of a city's queue. @returns whether there was anything to read. */
  const readQueue = async (city: CityCode, batch = 10): Promise<boolean> => {
    const notes = queues.get(city)?.splice(0, batch) ?? [];
    if (notes.length === 0) return false;
    const handler = createHandler(cities.cellOf(city).cell);
    const { batchItemFailures } = await handler(queueEvent(notes), {} as Context);
    if (batchItemFailures.length > 0) throw new Error('the queue was not read');
    return true;
  };

  /** Everything that is under way is done, and all messages arrive. */
  const settle = async (): Promise<void> => {
    for (let more = true; more; ) {
      await cities.deliverAll();
      const read = [await readQueue(XINING), await readQueue(LANZHOU)];
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

  return { ...cities, params, queues, readQueue, settle, heldBy, sharedBy };
};
export type SharingCities = Awaited<ReturnType<typeof sharingCities>>;
