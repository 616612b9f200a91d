import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { TABLE } from '../../shared/data/table.ts';

export interface CityTableProps {
  /** Whether the table outlives its stack and cannot be deleted by mistake. */
  readonly keep: boolean;
}

const text = (name: string) => ({ name, type: AttributeType.STRING });

/**
 * A city's one table: on demand (a disaster is not forecast), point-in-time recovery, stream of old and new images, TTL, and
 * the sparse due index that holds keys only.
 *
 * Encrypted with the key DynamoDB owns, on purpose: a customer-managed key would be one more thing whose loss, throttling or
 * regional trouble locks a duty room out of its requests, and the table is read only through the functions' roles. A city
 * whose rules ask for its own key changes it here.
 */
export class CityTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string, { keep }: CityTableProps) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      partitionKey: text(TABLE.partitionKey),
      sortKey: text(TABLE.sortKey),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.DEFAULT,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      timeToLiveAttribute: TABLE.timeToLive,
      deletionProtection: keep,
      removalPolicy: keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.table.addGlobalSecondaryIndex({
      indexName: TABLE.dueIndex.name,
      partitionKey: text(TABLE.dueIndex.partitionKey),
      sortKey: text(TABLE.dueIndex.sortKey),
      projectionType: ProjectionType.KEYS_ONLY,
    });
  }
}
