import type * as z from 'zod';
import type { Language } from '../../../shared/domain/kernel/text.ts';
import { type Answered, type Call, type CallInput, parsedJson, requestOf } from '../../../shared/http/calling.ts';
import type { RouteContract } from '../../../shared/http/route.ts';
import { isProblem, Refused, Unanswered } from './problem.ts';

/** Calls the city's routes for whoever is signed in. */
export interface Api {
  /**
   * @returns the success that the contract promises.
   * @throws Refused when the API refuses; Unanswered when nothing answers, or not the API.
   */
  call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
    contract: RouteContract<P, Q, B, R>,
    ...input: Record<never, never> extends CallInput<P, Q, B> ? [CallInput<P, Q, B>?] : [CallInput<P, Q, B>]
  ): Promise<Answered<z.output<R>>>;
  /**
   * @returns what a route answers as a file, byte for byte.
   * @throws Refused when the API refuses; Unanswered when nothing answers, or not the API.
   */
  file(contract: Pick<RouteContract, 'method' | 'path' | 'success'>, input: Call): Promise<DownloadedFile>;
}

/** A file of the API's. */
export interface DownloadedFile {
  /** As the API calls it, where it does. */
  readonly name: string | undefined;
  readonly content: Blob;
}

export interface ApiOptions {
  readonly baseUrl: string;
  readonly token: () => Promise<string>;
  /** What the token is: of somebody signed in, or of a duty phone that has a task's link. */
  readonly scheme?: 'Bearer' | 'Task';
  readonly language: () => Language;
}

const FILE_NAME = /filename\*=UTF-8''([^;]+)/;

const fileName = (response: Response): string | undefined => {
  const [, name] = FILE_NAME.exec(response.headers.get('content-disposition') ?? '') ?? [];
  return name === undefined ? undefined : decodeURIComponent(name);
};

const failureOf = async (response: Response): Promise<Error> => {
  const body = parsedJson(await response.text());
  return isProblem(body) ? new Refused(body) : new Unanswered(response.status);
};

const send = async (...request: Parameters<typeof fetch>): Promise<Response> => {
  try {
    return await fetch(...request);
  } catch (error) {
    throw new Unanswered(undefined, error);
  }
};

/** @returns the API of a city, called by route contracts whose schemas have stayed at the other end. */
export const createApi = ({ baseUrl, token, scheme = 'Bearer', language }: ApiOptions): Api => {
  const answerTo = async (contract: Parameters<Api['file']>[0], input: Call): Promise<Response> => {
    const caller = { baseUrl, language: language(), authorization: `${scheme} ${await token()}` };
    const response = await send(...requestOf(contract, input, caller));
    if (!response.ok) throw await failureOf(response);
    return response;
  };
  const call = async (contract: RouteContract, input: Call = {}): Promise<Answered<unknown>> => {
    const response = await answerTo(contract, input);
    const text = await response.text();
    const body = contract.success.contentType === undefined ? parsedJson(text) : text;
    const etag = response.headers.get('etag') ?? undefined;
    return { status: response.status, body, ...(etag === undefined ? {} : { etag }) };
  };
  const file = async (contract: Parameters<Api['file']>[0], input: Call): Promise<DownloadedFile> => {
    const response = await answerTo(contract, input);
    return { name: fileName(response), content: await response.blob() };
  };
  return { call: call as Api['call'], file };
};
