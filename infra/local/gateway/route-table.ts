import type { FunctionDefinition } from '../../../functions/catalog-types.ts';
import { type GatewayRoute, gatewayRoutesOf } from '../../../shared/http/gateway-route.ts';

/** A route found for a request. */
export interface Match {
  readonly routeKey: string;
  /** Decoded, as API Gateway hands them to the function. */
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly functionName: string;
  /** Whether anyone may call it; else the authorizer stands before it. */
  readonly isPublic: boolean;
}

interface Route {
  readonly method: GatewayRoute['method'];
  readonly segments: readonly string[];
  readonly match: Omit<Match, 'pathParameters'>;
}

const PARAMETER = /^\{(\w+)\}$/;

/** Where a route is more specific than another: text goes before a parameter, from the left; a method before any. */
const specificity = ({ segments, method }: Route): string =>
  [...segments.map((segment) => (PARAMETER.test(segment) ? '1' : '0')), method === 'ANY' ? '1' : '0'].join('');

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

const parametersOf = (route: Route, segments: readonly string[]): Record<string, string> | undefined => {
  const parameters: Record<string, string> = {};
  for (const [n, expected] of route.segments.entries()) {
    const segment = segments[n] ?? '';
    const name = PARAMETER.exec(expected)?.[1];
    if (name === undefined ? segment !== expected : segment === '') return undefined;
    if (name !== undefined) parameters[name] = decoded(segment);
  }
  return parameters;
};

const isFor = ({ method }: Route, asked: string): boolean => method === 'ANY' || method === asked;

const segmentsOf = (path: string): readonly string[] => path.split('/').slice(1);

const routeOf = ({ method, path, key, isOpen }: GatewayRoute, functionName: string): Route => ({
  method,
  segments: segmentsOf(path),
  match: { routeKey: key, functionName, isPublic: isOpen },
});

/** The routes of a cell's API, chosen as API Gateway chooses: the most specific wins, `$default` takes the rest. */
export class RouteTable {
  /** By number of segments, most specific first. */
  private readonly routes = new Map<number, Route[]>();
  private readonly fallback: Match | undefined;

  constructor(catalog: readonly FunctionDefinition[]) {
    for (const { name, routes } of catalog)
      for (const gatewayRoute of gatewayRoutesOf(routes)) this.add(routeOf(gatewayRoute, name));
    for (const list of this.routes.values()) list.sort((a, b) => (specificity(a) < specificity(b) ? -1 : 1));
    const catchAll = catalog.find(({ answersUnmatched }) => answersUnmatched);
    this.fallback = catchAll && {
      routeKey: '$default',
      pathParameters: {},
      functionName: catchAll.name,
      isPublic: true,
    };
  }

  /** @param path still percent-encoded. */
  find(method: string, path: string): Match | undefined {
    const segments = segmentsOf(path);
    for (const route of this.routes.get(segments.length) ?? []) {
      const pathParameters = isFor(route, method) ? parametersOf(route, segments) : undefined;
      if (pathParameters) return { ...route.match, pathParameters };
    }
    return this.fallback;
  }

  private add(route: Route): void {
    const { length } = route.segments;
    this.routes.set(length, [...(this.routes.get(length) ?? []), route]);
  }
}
