import { ArnFormat, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CorsHttpMethod,
  type CorsPreflightOptions,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { FunctionDefinition } from '../../functions/catalog-types.ts';
import { CORS } from '../../shared/http/cors.ts';
import { type GatewayRoute, gatewayRoutesOf } from '../../shared/http/gateway-route.ts';
import { audienceOf } from '../../shared/http/person.ts';
import { GATEWAY_THROTTLE } from '../../shared/http/throttle.ts';
import { functionName } from './names.ts';

export interface CityApiProps {
  readonly city: string;
  /** Issuer of the access tokens; their audience is the city's. */
  readonly issuer: string;
  readonly catalog: readonly FunctionDefinition[];
  /** Whose pages may call it; nobody else's. */
  readonly origins: readonly string[];
  readonly keep: boolean;
}

/** Who called what, and how it ended; no token, no body. */
const ACCESS_LOG_FIELDS = {
  requestId: '$context.requestId',
  requestTime: '$context.requestTime',
  sourceIp: '$context.identity.sourceIp',
  subject: '$context.authorizer.claims.sub',
  routeKey: '$context.routeKey',
  path: '$context.path',
  status: '$context.status',
  responseLength: '$context.responseLength',
  latencyMs: '$context.responseLatency',
  integrationLatencyMs: '$context.integrationLatency',
  error: '$context.error.message',
  authorizerError: '$context.authorizer.error',
};

/** A city's HTTP API: the routes of the contracts, tokens checked at the gateway, and again in the functions. */
export class CityApi extends Construct {
  readonly api: HttpApi;
  readonly stage: HttpStage;
  private readonly authorizer: IHttpRouteAuthorizer;

  constructor(scope: Construct, id: string, { city, issuer, catalog, origins, keep }: CityApiProps) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', {
      apiName: `shouwang-${city}`,
      description: `Shouwang, city ${city}`,
      createDefaultStage: false,
      ...(origins.length > 0 && { corsPreflight: corsFor(origins) }),
    });
    this.authorizer = new HttpJwtAuthorizer('SignedIn', issuer, { jwtAudience: [audienceOf(city)] });
    for (const each of catalog) this.addRoutesOf(city, each);
    this.stage = this.addStage(keep);
  }

  private addRoutesOf(city: string, definition: FunctionDefinition): void {
    if (definition.routes.length === 0 && !definition.answersUnmatched) return;
    const fn = LambdaFunction.fromFunctionAttributes(this, definition.name, {
      functionArn: Stack.of(this).formatArn({
        service: 'lambda',
        resource: 'function',
        resourceName: functionName(city, definition.name),
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      }),
      sameEnvironment: true,
    });
    const integration = new HttpLambdaIntegration(definition.name, fn, { scopePermissionToRoute: false });
    const add = (id: string, routeKey: HttpRouteKey, authorizer: IHttpRouteAuthorizer) =>
      new HttpRoute(this, id, { httpApi: this.api, routeKey, integration, authorizer });
    for (const gatewayRoute of gatewayRoutesOf(definition.routes)) {
      const authorizer = gatewayRoute.isOpen ? new HttpNoneAuthorizer() : this.authorizer;
      const [{ operationId }] = gatewayRoute.contracts;
      const route = add(operationId, httpRouteKey(gatewayRoute), authorizer);
      const accesses = gatewayRoute.contracts.map(({ access }) => access);
      if (accesses.includes('public'))
        argue(route, 'The contract says that anyone may read this: it tells nothing of anybody.');
      if (accesses.includes('task-link'))
        argue(
          route,
          'A duty phone comes with the secret of a link, which only the function can check; without it: 401.',
        );
    }
    if (definition.answersUnmatched) {
      const route = add('unmatched', HttpRouteKey.DEFAULT, new HttpNoneAuthorizer());
      argue(route, 'Answers 404 and 405 for what is no route, to anyone, in the words of the service.');
    }
  }

  private addStage(keep: boolean): HttpStage {
    const accessLog = new LogGroup(this, 'AccessLog', {
      retention: RetentionDays.SIX_MONTHS,
      removalPolicy: keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    return new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: GATEWAY_THROTTLE.ratePerSecond, burstLimit: GATEWAY_THROTTLE.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLog),
        format: AccessLogFormat.custom(Stack.of(this).toJsonString(ACCESS_LOG_FIELDS)),
      },
    });
  }
}

/** API Gateway answers browsers itself, whatever the routes, and says the same of every answer. */
const corsFor = (origins: readonly string[]): CorsPreflightOptions => ({
  allowOrigins: [...origins],
  allowMethods: CORS.methods.map((method) => CorsHttpMethod[method]),
  allowHeaders: [...CORS.requestHeaders],
  exposeHeaders: [...CORS.responseHeaders],
  maxAge: Duration.seconds(CORS.maxAgeSeconds),
});

const httpRouteKey = ({ method, path }: GatewayRoute): HttpRouteKey => HttpRouteKey.with(path, HttpMethod[method]);

const argue = (route: HttpRoute, reason: string): void =>
  Validations.of(route).acknowledge({ id: 'AwsSolutions-APIG4', reason });
