import { generateKeyPairSync } from 'node:crypto';
import { TokenIssuer } from '../../infra/local/identity/token-issuer.ts';
import { aFlood, anItem } from '../../scripts/walkthrough/payloads.ts';
import { audienceOf } from '../../shared/http/person.ts';
import { incidentRoutes } from '../../shared/http/routes/incidents.ts';
import { requestRoutes } from '../../shared/http/routes/requests.ts';
import { createAuthenticator } from '../../shared/lambda/authenticator.ts';
import { testPerson } from '../builders/test-cell.ts';
import { startDynoxide } from '../support/dynoxide.ts';
import { createTable, openBenchCity } from './bench-city.ts';
import { Replay } from './replay.ts';
import { median, rounded } from './statistics.ts';

const CITY = '630100';
const TABLE = 'bench-handlers';
const RAW_TABLE = 'bench-raw-calls';

/** Rounds at first, until the machine code is there, that do not count; and rounds that do. */
const WARM_UP = 60;
const ROUNDS = 200;

/** Handlers may take this much longer than the SDK calls they make, in the median. */
export const OVERHEAD_GOAL = 1.25;

/** @returns the sign-in of real people: access tokens that are signed, and really checked. */
const signIns = async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const issuer = await TokenIssuer.of('https://issuer.invalid', privateKey);
  return {
    authenticate: createAuthenticator({ issuer: issuer.issuer, audience: audienceOf(CITY), keys: issuer.keys }),
    headersOf: async (role: string) => ({
      authorization: `Bearer ${await issuer.accessToken(testPerson(`${role}@${CITY}`), 'bench')}`,
    }),
  };
};

/** Milliseconds of each round: by the handler, and by the SDK calls it had made, made once more on their own. */
class Comparison {
  private readonly handler: number[] = [];
  private readonly raw: number[] = [];
  private readonly replay: Replay;

  constructor(replay: Replay) {
    this.replay = replay;
  }

  async round<T>(call: () => Promise<T>): Promise<T> {
    const start = performance.now();
    const answer = await call();
    this.handler.push(performance.now() - start);
    this.raw.push(await this.replay.run());
    return answer;
  }

  get figures() {
    const handlerMs = median(this.handler.slice(WARM_UP));
    const rawMs = median(this.raw.slice(WARM_UP));
    return { handlerMs: rounded(handlerMs), rawMs: rounded(rawMs), ratio: rounded(handlerMs / rawMs) };
  }
}

/**
 * What handlers take over the raw SDK calls they make: median of a round by the handler, with the check of the access token
 * and the parsing of everything, against the same calls with the same rows by the bare client, in turn in one run.
 */
export const benchOverhead = async () => {
  const dynoxide = await startDynoxide();
  const { client } = dynoxide;
  try {
    await createTable({ client, tableName: RAW_TABLE });
    const { authenticate, headersOf } = await signIns();
    const city = await openBenchCity(CITY, { client, tableName: TABLE }, { authenticate });
    const coordinator = { headers: await headersOf('coordinator') };
    const approver = { headers: await headersOf('approver') };
    const replay = new Replay(client, RAW_TABLE);
    const now = new Date().toISOString();
    const { incidentId } = await city.call(incidentRoutes.openIncident, { ...coordinator, body: aFlood(CITY, now) });
    await replay.run();
    const [draft, approve, read] = [new Comparison(replay), new Comparison(replay), new Comparison(replay)];
    const body = { incidentId, items: [anItem(CITY, now)] };
    for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
      const { requestId } = await draft.round(() => city.call(requestRoutes.draftRequest, { ...coordinator, body }));
      const params = { requestId };
      await approve.round(() => city.call(requestRoutes.approveRequest, { ...approver, params }));
      await read.round(() => city.call(requestRoutes.readRequest, { ...coordinator, params }));
    }
    return [
      { name: 'draft request', ...draft.figures },
      { name: 'approve request', ...approve.figures },
      { name: 'read request', ...read.figures },
    ];
  } finally {
    await dynoxide.stop();
  }
};
