import { receiveMessage, type Verdict } from '../../functions/exchange-inbox/receive-message.ts';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import { CONVERSATIONS } from '../../shared/exchange/conversations/index.ts';
import type { Envelope, UnsignedEnvelope } from '../../shared/exchange/envelope.ts';
import type { Dispatch } from '../../shared/exchange/ports.ts';
import { sealEnvelope } from '../../shared/exchange/signature.ts';
import { LANZHOU, XINING } from './circumstances.ts';
import { approveRequest, neighbours, placeRequest } from './neighbours.ts';
import { testSigner } from './test-cell.ts';

/** @returns the message with other content, truly signed: by its sender, unless said otherwise. */
export const resealed = (
  { signature: _, ...envelope }: Envelope,
  changes: Partial<UnsignedEnvelope>,
  signedBy: CityCode = changes.from ?? envelope.from,
): Promise<Envelope> => sealEnvelope({ ...envelope, ...changes }, testSigner(signedBy));

/** Xining has placed a request with Lanzhou, whose RequestResource has not arrived. */
export const requestUnderWay = async () => {
  const cities = await neighbours();
  const { requestId } = await approveRequest(cities);
  await placeRequest(cities, requestId);
  /** Takes the messages that are under way off the network. */
  const intercepted = (): readonly Dispatch[] => cities.underWay.splice(0);
  const [placed] = intercepted();
  if (!placed) throw new Error('a request that is placed is sent');
  /** A city's inbox takes what came over the bus. */
  const take = (city: CityCode, detail: unknown): Promise<Verdict> =>
    receiveMessage(cities.cellOf(city).cell, CONVERSATIONS, JSON.parse(JSON.stringify(detail)));
  return {
    ...cities,
    requestId,
    params: { requestId },
    /** The RequestResource. */
    placed: placed.envelope,
    intercepted,
    take,
    /** Lanzhou's inbox takes this message. */
    arrive: (envelope: Envelope) => take(LANZHOU, { to: [LANZHOU], envelope }),
    /** Messages that a city has put on its bus itself, besides those of the outbox. */
    repeated: (city: CityCode): readonly Dispatch[] => cities.cellOf(city).published,
    requester: `coordinator@${XINING}`,
    provider: `duty-officer@${LANZHOU}`,
  };
};
export type RequestUnderWay = Awaited<ReturnType<typeof requestUnderWay>>;
