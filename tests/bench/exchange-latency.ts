import { aFlood, anItem, someTerms } from '../../scripts/walkthrough/payloads.ts';
import { signAgreement } from '../../scripts/walkthrough/steps/agreement.ts';
import { approve, draft, openIncident, place } from '../../scripts/walkthrough/steps/request.ts';
import { ProblemAnswer } from '../../shared/http/client.ts';
import { receivedRequestRoutes } from '../../shared/http/routes/received-requests.ts';
import type { EmbeddedService } from './embedded-service.ts';
import { median, quantile, rounded } from './statistics.ts';

const XINING = '630100';
const LANZHOU = '620100';
const REQUESTS = 30;
const WARM_UP = 5;

/** Looks without a pause. */
const untilVisible = async ({ desk }: EmbeddedService, requestId: string): Promise<void> => {
  const officer = desk('duty-officer', LANZHOU);
  for (;;)
    try {
      await officer.call(receivedRequestRoutes.readReceivedRequest, { params: { requestId } });
      return;
    } catch (error) {
      if (!(error instanceof ProblemAnswer && error.status === 404)) throw error;
    }
};

/** Milliseconds from the 2xx that Xining gets for placing a request until Lanzhou's API shows it, on the embedded runtime. */
export const benchExchange = async (service: EmbeddedService) => {
  const { desk } = service;
  const now = new Date().toISOString();
  const agreementId = await signAgreement(desk, { from: XINING, to: LANZHOU, terms: someTerms(now) });
  const incidentId = await openIncident(desk, XINING, aFlood(XINING, now));
  const times: number[] = [];
  for (let count = 0; count < WARM_UP + REQUESTS; count += 1) {
    const { requestId } = await draft(desk, XINING, incidentId, [anItem(XINING, now)]);
    await approve(desk, XINING, requestId);
    await place(desk, XINING, requestId, [agreementId]);
    const placed = performance.now();
    await untilVisible(service, requestId);
    times.push(performance.now() - placed);
  }
  const counted = times.slice(WARM_UP);
  return { requests: REQUESTS, medianMs: rounded(median(counted), 1), p95Ms: rounded(quantile(counted, 0.95), 1) };
};
