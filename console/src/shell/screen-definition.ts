import type { ComponentType } from 'react';
import type { AggregateKind } from '../../../shared/domain/kernel/aggregate.ts';
import type { Text } from '../../../shared/domain/kernel/text.ts';
import type { RouteContract } from '../../../shared/http/route.ts';

/** Where in the navigation screens stand, in this order. */
export const NAVIGATION_GROUPS = ['own', 'now', 'aid', 'response', 'registry', 'review', 'keeping'] as const;

/** A screen of the page: the routes, the navigation and the tests that look at every screen all come from here. */
export interface ScreenDefinition {
  /** After the hash, without a slash before it, e.g. `requests/:requestId`. */
  readonly path: string;
  /** Where it stands in the navigation; absent of what one gets to from another screen. */
  readonly navigation?: { readonly group: (typeof NAVIGATION_GROUPS)[number]; readonly name: Text };
  /** Without one of these it would show nothing: whoever may call none of them does not see it. */
  readonly needs: readonly Pick<RouteContract, 'access'>[];
  /** The kind of aggregate it shows one of, by the one parameter of its path: links to such things lead there. */
  readonly shows?: AggregateKind;
  /** Loads it when it is first gone to. */
  readonly load: () => Promise<ComponentType>;
}
