import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type * as z from 'zod';
import type { Answered } from '../../../shared/http/calling.ts';
import type { RouteContract } from '../../../shared/http/route.ts';
import { useDesk } from '../api/use-api.ts';
import { callLoosely, type ReadInput, readKey } from '../api/use-read.ts';
import { keepAnswer, keptAnswer } from './kept-answers.ts';
import { useOwner } from './use-owner.ts';

/** Reads a route as `useRead` does, and keeps what it answers in this browser: without a line, what was read last is there. */
export const useKeptRead = <P extends z.ZodType, Q extends z.ZodType, R extends z.ZodType>(
  contract: RouteContract<P, Q, z.ZodType<unknown>, R>,
  input: ReadInput<P, Q>,
): UseQueryResult<Answered<z.output<R>>> => {
  const { api, city } = useDesk();
  const owner = useOwner();
  const { operationId } = contract;
  const name = JSON.stringify(input);
  const kept = useMemo(() => keptAnswer<z.output<R>>(owner, operationId, JSON.parse(name)), [owner, operationId, name]);
  return useQuery({
    queryKey: readKey(city.code, contract, input),
    queryFn: async () => {
      const answered = await callLoosely<z.output<R>>(api, contract, input);
      keepAnswer(owner, operationId, input, answered);
      return answered;
    },
    ...(kept === undefined ? {} : { initialData: kept.answered, initialDataUpdatedAt: Date.parse(kept.at) }),
  });
};
