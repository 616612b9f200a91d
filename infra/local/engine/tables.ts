import {
  CreateTableCommand,
  type CreateTableCommandInput,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { sdkCalls } from '../../../shared/data/dynamodb-calls.ts';
import { createDynamoDbClient } from '../../../shared/data/dynamodb-client.ts';
import { createStoreOver } from '../../../shared/data/dynamodb-store.ts';
import type { Store } from '../../../shared/data/store.ts';
import { TABLE } from '../../../shared/data/table.ts';
import { tableDefinition } from '../../../shared/data/table-definition.ts';
import type { Engine } from './dynoxide.ts';
import { type EngineCalls, engineCalls } from './engine-calls.ts';

const clientOf = ({ endpoint }: Engine) => {
  const { AWS_ACCESS_KEY_ID: accessKeyId = 'local', AWS_SECRET_ACCESS_KEY: secretAccessKey = 'local' } = process.env;
  return createDynamoDbClient({
    endpoint,
    region: process.env.AWS_REGION ?? 'cn-northwest-1',
    credentials: { accessKeyId, secretAccessKey },
  });
};

/** Every city's table, and the runtime's own, on one DynamoDB endpoint. */
export class Tables {
  private readonly client: ReturnType<typeof clientOf>;
  private readonly own: EngineCalls | undefined;

  constructor(engine: Engine) {
    this.client = clientOf(engine);
    // An engine that somebody else runs may check signatures.
    this.own = engine.pid === undefined ? undefined : engineCalls(engine.endpoint);
  }

  /** @returns the store on that table, made if it is not there. */
  async open(tableName: string): Promise<Store> {
    try {
      await this.create(tableName);
    } catch (error) {
      if (!(error instanceof ResourceInUseException)) throw error;
    }
    return createStoreOver(this.own ?? sdkCalls(this.client), { tableName });
  }

  close(): void {
    this.own?.close();
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
