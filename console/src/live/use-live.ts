import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useSyncExternalStore } from 'react';
import { changeFeedRoutes } from '../../../shared/http/routes/change-feed.ts';
import { useDesk } from '../api/use-api.ts';
import { type Change, latestChanges } from './changes.ts';

/** How often the feed is asked, milliseconds: what changes is on the screen within three seconds. */
const EVERY_MS = 1500;

/** @returns whether any of the changes is of a kind that a reading follows; one that names none follows all. */
const concerns = (follows: unknown, changes: readonly Change[]): boolean =>
  !Array.isArray(follows) || changes.some(({ kind }) => follows.includes(kind));

/**
 * Follows the city's change feed as long as the page is open: whatever is shown is read anew when something changed.
 * @returns whether the feed answers.
 */
export const useLive = (): { readonly isConnected: boolean } => {
  const { api, city } = useDesk();
  const queries = useQueryClient();
  const cursor = useRef<string>(undefined);
  const feed = useQuery({
    // Not under the city's own key: reading everything anew does not begin the feed anew.
    queryKey: ['feed', city.code],
    queryFn: async () => {
      const since = cursor.current;
      const { body } = await api.call(changeFeedRoutes.readChanges, { query: since === undefined ? {} : { since } });
      cursor.current = body.cursor;
      latestChanges.note(body.changes);
      // What was read before the feed began may have changed between the two.
      const mayHaveMissed = since === undefined || body.reset;
      if (mayHaveMissed || body.changes.length > 0)
        await queries.invalidateQueries({
          queryKey: [city.code],
          predicate: ({ meta }) => mayHaveMissed || concerns(meta?.follows, body.changes),
        });
      return body.more;
    },
    refetchInterval: ({ state }) => (state.data ? 1 : EVERY_MS),
    // A duty room leaves the page open behind others, and must hear of what comes.
    refetchIntervalInBackground: true,
    retry: false,
    gcTime: 0,
  });
  return { isConnected: !feed.isError };
};

/** @returns whether something has changed within the last seconds. */
export const useFresh = (id: string): boolean => {
  useSyncExternalStore(latestChanges.subscribe, latestChanges.snapshot);
  return latestChanges.isFresh(id);
};
