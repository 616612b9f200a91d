import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { IdempotencyKeyReused } from '../data/idempotency.ts';
import { StoreThrottled } from '../data/store.ts';
import { EnvelopeTooLarge } from '../exchange/signature.ts';
import { languageOf } from '../http/language.ts';
import { ProblemError, problemOf } from '../http/problem.ts';
import { problems } from '../http/problems.ts';
import type { Cell } from './cell.ts';

/** @returns the problem any error is answered with; what nobody foresaw is a 500 that says nothing of its cause. */
const toProblem = (error: unknown): ProblemError => {
  if (error instanceof ProblemError) return error;
  if (error instanceof IdempotencyKeyReused) return problems.idempotencyKeyReused();
  if (error instanceof EnvelopeTooLarge) return problems.messageTooLarge(error.bytes);
  if (error instanceof StoreThrottled) return problems.throttled();
  return problems.internal(error);
};

/**
 * Middleware that turns errors into RFC 9457 problem+json in the caller's language, and logs them with the correlation id
 * that the answer quotes: the gateway's request id.
 */
export const answersProblems = (
  log: Cell['log'],
): MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> => ({
  onError: (request) => {
    const { headers, rawPath, requestContext } = request.event;
    const correlationId = requestContext.requestId;
    const problem = toProblem(request.error);
    const facts = { correlationId, path: rawPath, code: problem.code, status: problem.status };
    if (problem.status >= 500) log.error('request failed', { ...facts, error: request.error as Error });
    else log.info('request refused', facts);
    request.response = {
      statusCode: problem.status,
      headers: {
        'content-type': 'application/problem+json; charset=utf-8',
        'cache-control': 'no-store',
        ...problem.headers,
      },
      body: JSON.stringify(
        problemOf(problem, languageOf(headers['accept-language']), { correlationId, instance: rawPath }),
      ),
    };
  },
});
