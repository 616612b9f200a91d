import { isOpenAtGateway, type Method, type RouteContract } from './route.ts';

/** One route of the gateway: a path, and the one method or (`ANY`) the several with which it can be called. */
export interface GatewayRoute {
  readonly method: Method | 'ANY';
  readonly path: string;
  /** What API Gateway v2 puts in `event.routeKey`. */
  readonly key: string;
  readonly contracts: readonly [RouteContract, ...RouteContract[]];
  /** Whether the gateway lets anyone through. */
  readonly isOpen: boolean;
}

const gatewayRoute = (contracts: readonly [RouteContract, ...RouteContract[]]): GatewayRoute => {
  const [first] = contracts;
  const method = contracts.length === 1 ? first.method : 'ANY';
  return { method, path: first.path, key: `${method} ${first.path}`, contracts, isOpen: isOpenAtGateway(first) };
};

/**
 * @param contracts the routes of one function.
 * @returns the gateway's routes to it, in the order of the contracts. Those of one path are one, for an API has 300 routes unless AWS
 * is asked for more (API Gateway quotas, "Routes per API").
 */
export const gatewayRoutesOf = (contracts: readonly RouteContract[]): readonly GatewayRoute[] => {
  const byPath = new Map<string, readonly [RouteContract, ...RouteContract[]]>();
  for (const contract of contracts) {
    const place = `${contract.path} ${isOpenAtGateway(contract)}`;
    const before = byPath.get(place);
    byPath.set(place, before ? [...before, contract] : [contract]);
  }
  return [...byPath.values()].map(gatewayRoute);
};
