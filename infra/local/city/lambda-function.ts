import type { Context } from 'aws-lambda';
import type { FunctionDefinition } from '../../../functions/catalog-types.ts';
import type { Cell } from '../../../shared/lambda/cell.ts';

/** A function's handler, made for one cell. */
export type Handler = (event: unknown, context: Context) => Promise<unknown>;

/** What `functions/<name>/handler.ts` exports. */
export type CreateHandler = (cell: Cell) => Handler;

/** @returns the maker of a function's handler, by the function's name. */
export type LoadHandler = (name: string) => Promise<CreateHandler>;

/** Thrown when a function takes longer than its definition allows. */
export class FunctionTimedOut extends Error {
  constructor(name: string, seconds: number) {
    super(`function ${name} timed out after ${seconds} s`);
    this.name = 'FunctionTimedOut';
  }
}

/** Loads handlers from the folders below `functions/`. */
export const loadHandler: LoadHandler = async (name) => {
  const module: { createHandler?: CreateHandler } = await import(`../../../functions/${name}/handler.ts`);
  if (!module.createHandler) throw new TypeError(`functions/${name}/handler.ts exports no createHandler`);
  return module.createHandler;
};

const noop = (): void => undefined;

const contextOf = ({ name, memoryMegabytes }: FunctionDefinition, awsRequestId: string, deadline: number): Context => ({
  callbackWaitsForEmptyEventLoop: true,
  functionName: name,
  functionVersion: '$LATEST',
  invokedFunctionArn: name,
  memoryLimitInMB: String(memoryMegabytes),
  awsRequestId,
  logGroupName: name,
  logStreamName: name,
  getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  done: noop,
  fail: noop,
  succeed: noop,
});

/** A function of one city, as Lambda has it: invoked with an event, bound to its time. */
export class LambdaFunction {
  readonly definition: FunctionDefinition;
  private readonly handler: Handler;
  private readonly newId: () => string;

  constructor(definition: FunctionDefinition, handler: Handler, newId: () => string) {
    this.definition = definition;
    this.handler = handler;
    this.newId = newId;
  }

  /**
   * @returns what the handler returns.
   * @throws FunctionTimedOut, or what the handler throws.
   */
  async invoke(event: unknown): Promise<unknown> {
    const { name, timeoutSeconds } = this.definition;
    const deadline = Date.now() + timeoutSeconds * 1000;
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new FunctionTimedOut(name, timeoutSeconds)), timeoutSeconds * 1000);
    });
    try {
      return await Promise.race([this.handler(event, contextOf(this.definition, this.newId(), deadline)), timeout]);
    } finally {
      clearTimeout(timer);
    }
  }
}
