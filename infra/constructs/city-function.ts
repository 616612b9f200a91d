import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, type Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { FunctionDefinition } from '../../functions/catalog-types.ts';
import { partitionOf } from '../cities.ts';
import { courierRoleName, functionName } from './names.ts';

export interface CityFunctionProps {
  readonly city: string;
  readonly region: string;
  readonly definition: FunctionDefinition;
  /** The function's bundle; its module is `index.mjs`. */
  readonly code: Code;
  /** What every function of the city is told. */
  readonly environment: Readonly<Record<string, string>>;
  /** Whether its log outlives the stack. */
  readonly keep: boolean;
}

const WILDCARD_ARGUMENT =
  'dynamodb:ListStreams and the two actions of X-Ray know no resources: they can be granted on * only. Nothing else is.';

/** A function of the catalogue with what every function of a city has: runtime, log, role, environment. */
export class CityFunction extends Construct {
  readonly definition: FunctionDefinition;
  readonly fn: LambdaFunction;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, props: CityFunctionProps) {
    super(scope, id);
    const { definition } = props;
    this.definition = definition;
    this.logGroup = new LogGroup(this, 'Log', {
      // The Cybersecurity Law of the People's Republic of China, article 21, asks for six months at least.
      retention: RetentionDays.SIX_MONTHS,
      removalPolicy: props.keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const role = this.role(props);
    this.fn = new LambdaFunction(this, 'Function', {
      functionName: functionName(props.city, definition.name),
      description: `${definition.purpose.zh} ${definition.purpose.en}`,
      runtime: Runtime.NODEJS_22_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: props.code,
      memorySize: definition.memoryMegabytes,
      timeout: Duration.seconds(definition.timeoutSeconds),
      tracing: tracingIn(props.region),
      logGroup: this.logGroup,
      role,
      environment: {
        ...props.environment,
        POWERTOOLS_SERVICE_NAME: definition.name,
        POWERTOOLS_LOG_LEVEL: 'INFO',
        NODE_OPTIONS: '--enable-source-maps',
      },
    });
    this.acknowledge(role);
  }

  /** Writing its own log is the one right every function has; the managed policy would allow any log of the account. */
  private role({ city, definition }: CityFunctionProps): Role {
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      // The gates of the peers know the courier by this name.
      ...(definition.rights.includes('peer:publish') && { roleName: courierRoleName(city) }),
    });
    this.logGroup.grantWrite(role);
    return role;
  }

  private acknowledge(role: Role): void {
    Validations.of(this.fn).acknowledge({
      id: 'AwsSolutions-L1',
      reason: 'nodejs22.x is the newest runtime that every partition the service is deployed to offers.',
    });
    Validations.of(role).acknowledge({ id: 'AwsSolutions-IAM5[Resource::*]', reason: WILDCARD_ARGUMENT });
  }
}

/** X-Ray is not offered in China. */
const tracingIn = (region: string): Tracing => (partitionOf(region) === 'aws-cn' ? Tracing.DISABLED : Tracing.ACTIVE);
