import {
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
  type DynamoDBClientConfig,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { createDynamoDbClient } from '../../../shared/data/dynamodb-client.ts';
import { createDynamoDbStore } from '../../../shared/data/dynamodb-store.ts';
import type { Store } from '../../../shared/data/store.ts';
import { TABLE } from '../../../shared/data/table.ts';
import { tableDefinition } from '../../../shared/data/table-definition.ts';
import type { Engine } from './dynoxide.ts';

/**
 * Signs nothing: an engine of our own wants to see a signature but does not check it, and making one takes a third of the
 * processor time of a call.
 */
const UNCHECKED_SIGNER: NonNullable<DynamoDBClientConfig['signer']> = {
  sign: async (request) => ({
    ...request,
    headers: {
      ...request.headers,
      'x-amz-date': '20000101T000000Z',
      authorization:
        'AWS4-HMAC-SHA256 Credential=local/20000101/local/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=0',
    },
  }),
};

/** @returns the client of an engine; one that somebody else runs may check signatures. */
const clientOf = ({ endpoint, pid }: Engine): DynamoDBClient => {
  const { AWS_ACCESS_KEY_ID: accessKeyId = 'local', AWS_SECRET_ACCESS_KEY: secretAccessKey = 'local' } = process.env;
  return createDynamoDbClient({
    endpoint,
    region: process.env.AWS_REGION ?? 'cn-northwest-1',
    credentials: { accessKeyId, secretAccessKey },
    ...(pid !== undefined && { signer: UNCHECKED_SIGNER }),
  });
};

/** Every city's table, and the runtime's own, on one DynamoDB endpoint. */
export class Tables {
  private readonly client: DynamoDBClient;

  constructor(engine: Engine) {
    this.client = clientOf(engine);
  }

  /** @returns the store on that table, made if it is not there. */
  async open(tableName: string): Promise<Store> {
    try {
      await this.create(tableName);
    } catch (error) {
      if (!(error instanceof ResourceInUseException)) throw error;
    }
    return createDynamoDbStore({ client: this.client, tableName });
  }

  close(): void {
    this.client.destroy();
  }

  /** As the stack makes it, but without a stream: see the change log. */
  private async create(TableName: string): Promise<void> {
    const { StreamSpecification: _, ...definition }: CreateTableCommandInput = tableDefinition(TableName);
    await this.client.send(new CreateTableCommand(definition));
    const TimeToLiveSpecification = { Enabled: true, AttributeName: TABLE.timeToLive };
    await this.client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
  }
}
