import type { RouteContract } from '../../../shared/http/route.ts';
import { type Command, useCommand } from '../api/use-command.ts';

/** What any command takes. */
export interface CommandInput {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: object;
  readonly ifMatch?: string;
}

/** @returns a command whose input is checked by the API alone, because which route it is depends on the kind of entry. */
export const useLooseCommand = (contract: RouteContract): Command<CommandInput, unknown> =>
  useCommand(contract) as unknown as Command<CommandInput, unknown>;

/** @returns the version that was read, where the route looks at it: so that nobody changes what they did not see. */
export const versionFor = (
  { ifMatch }: Pick<RouteContract, 'ifMatch'>,
  etag: string | undefined,
): { readonly ifMatch?: string } => (ifMatch === undefined || etag === undefined ? {} : { ifMatch: etag });
