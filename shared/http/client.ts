import type * as z from 'zod';
import type { Language } from '../domain/kernel/text.ts';
import { type Answered, type Call, type CallInput, parsedJson, requestOf } from './calling.ts';
import { type Problem, ProblemSchema } from './problem.ts';
import type { RouteContract } from './route.ts';

/** A city's API, and who calls it. */
export interface ClientOptions {
  /** Of the city's API, without a slash at its end, e.g. `http://127.0.0.1:8630/630100`. */
  readonly baseUrl: string;
  /** Access token, or what gets one; left out on public routes only. */
  readonly token?: string | (() => Promise<string>);
  /** What a duty phone comes with in place of a token: `<secret of the link>.<secret of the phone>`; to sign in, the former. */
  readonly taskLink?: string;
  /** Language of the problems that are answered; the service's default is Chinese. */
  readonly language?: Language;
  /** Carries the requests; the platform's own unless given. */
  readonly fetch?: typeof globalThis.fetch;
}

/** A file that was answered. */
export interface AnsweredFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly headers: Headers;
}

/** Any answer that is not the success a contract promises. */
export class UnexpectedAnswer extends Error {
  readonly status: number;
  /** The answer's body as text. */
  readonly text: string;
  constructor(operation: string, status: number, text: string, message = text) {
    super(`${operation} was answered ${status}: ${message}`);
    this.name = 'UnexpectedAnswer';
    this.status = status;
    this.text = text;
  }
}

/** A refusal in the API's own words (RFC 9457). */
export class ProblemAnswer extends UnexpectedAnswer {
  readonly problem: Problem;
  constructor(operation: string, problem: Problem, text: string) {
    const fields = problem.errors?.map(({ pointer, detail }) => `${pointer}: ${detail}`).join('; ');
    super(operation, problem.status, text, `${problem.code}: ${problem.detail}${fields ? ` (${fields})` : ''}`);
    this.name = 'ProblemAnswer';
    this.problem = problem;
  }
}

/** Calls routes by their contracts. */
export interface Client {
  /**
   * @returns the success that the contract promises, parsed.
   * @throws ProblemAnswer when the API refuses; UnexpectedAnswer when anything else answers, such as the gateway; what `fetch`
   * throws when nothing answers.
   */
  call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
    contract: RouteContract<P, Q, B, R>,
    ...input: Record<never, never> extends CallInput<P, Q, B> ? [CallInput<P, Q, B>?] : [CallInput<P, Q, B>]
  ): Promise<Answered<z.output<R>>>;
  /**
   * As {@link Client.call}, where a file is answered in place of JSON.
   * @returns the file as it is.
   */
  download<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
    contract: RouteContract<P, Q, B, R>,
    ...input: Record<never, never> extends CallInput<P, Q, B> ? [CallInput<P, Q, B>?] : [CallInput<P, Q, B>]
  ): Promise<AnsweredFile>;
}

const failureOf = (operation: string, { status, headers }: Response, text: string): UnexpectedAnswer => {
  const isProblem = headers.get('content-type')?.startsWith('application/problem+json');
  const problem = isProblem ? ProblemSchema.safeParse(parsedJson(text)).data : undefined;
  return problem ? new ProblemAnswer(operation, problem, text) : new UnexpectedAnswer(operation, status, text);
};

const authorizationOf = async ({ token, taskLink }: ClientOptions): Promise<string | undefined> => {
  if (taskLink !== undefined) return `Task ${taskLink}`;
  const bearer = typeof token === 'function' ? await token() : token;
  return bearer === undefined ? undefined : `Bearer ${bearer}`;
};

/** @returns a client of one city's API: one implementation for every contract, in browsers and in Node. */
export const createClient = (options: ClientOptions): Client => {
  const { baseUrl, language, fetch = globalThis.fetch } = options;
  const ask = async (contract: RouteContract, input: Call): Promise<Response> => {
    const caller = { baseUrl, language, authorization: await authorizationOf(options) };
    const response = await fetch(...requestOf(contract, input, caller));
    if (!response.ok) throw failureOf(contract.operationId, response, await response.text());
    return response;
  };
  const call = async (contract: RouteContract, input: Call = {}): Promise<Answered<unknown>> => {
    const { operationId, success } = contract;
    const response = await ask(contract, input);
    const text = await response.text();
    const etag = response.headers.get('etag') ?? undefined;
    const body = success.body.safeParse(success.contentType === undefined ? parsedJson(text) : text);
    if (!body.success) throw new UnexpectedAnswer(operationId, response.status, text, body.error.message);
    return { status: response.status, body: body.data, ...(etag === undefined ? {} : { etag }) };
  };
  const download = async (contract: RouteContract, input: Call = {}): Promise<AnsweredFile> => {
    const response = await ask(contract, input);
    return { bytes: new Uint8Array(await response.arrayBuffer()), headers: response.headers };
  };
  return { call: call as Client['call'], download: download as Client['download'] };
};
