import type { FunctionDefinition } from '../../../functions/catalog-types.ts';
import { isOpenAtGateway, type RouteContract, routeKey } from '../../../shared/http/route.ts';

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
  readonly segments: readonly string[];
  readonly match: Omit<Match, 'pathParameters'>;
}

const PARAMETER = /^\{(\w+)\}$/;

/** Where a route is more specific than another: text goes before a parameter, from the left. */
const specificity = ({ segments }: Route): string =>
  segments.map((segment) => (PARAMETER.test(segment) ? '1' : '0')).join('');

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

const segmentsOf = (path: string): readonly string[] => path.split('/').slice(1);

const routeOf = (contract: RouteContract, functionName: string): Route => ({
  segments: segmentsOf(contract.path),
  match: { routeKey: routeKey(contract), functionName, isPublic: isOpenAtGateway(contract) },
});

/** The routes of a cell's API, chosen as API Gateway chooses: the most specific wins, `$default` takes the rest. */
export class RouteTable {
  /** By method and number of segments, most specific first. */
  private readonly routes = new Map<string, Route[]>();
  private readonly fallback: Match | undefined;

  constructor(catalog: readonly FunctionDefinition[]) {
    for (const { name, routes } of catalog)
      for (const contract of routes) this.add(contract.method, routeOf(contract, name));
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
    for (const route of this.routes.get(`${method} ${segments.length}`) ?? []) {
      const pathParameters = parametersOf(route, segments);
      if (pathParameters) return { ...route.match, pathParameters };
    }
    return this.fallback;
  }

  private add(method: string, route: Route): void {
    const key = `${method} ${route.segments.length}`;
    this.routes.set(key, [...(this.routes.get(key) ?? []), route]);
  }
}
