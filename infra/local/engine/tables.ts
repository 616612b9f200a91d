import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  ResourceInUseException,
} from '@aws-sdk/client-dynamodb';
import { createDynamoDbStore } from '../../../shared/data/dynamodb-store.ts';
import type { Store } from '../../../shared/data/store.ts';
import { tableDefinition } from '../../../shared/data/table-definition.ts';

/** Every city's table, and the runtime's own, on one DynamoDB endpoint. */
export class Tables {
  private readonly client: DynamoDBClient;

  constructor(endpoint: string) {
    const { AWS_ACCESS_KEY_ID: accessKeyId = 'local', AWS_SECRET_ACCESS_KEY: secretAccessKey = 'local' } = process.env;
    const region = process.env.AWS_REGION ?? 'cn-northwest-1';
    this.client = new DynamoDBClient({ endpoint, region, credentials: { accessKeyId, secretAccessKey } });
  }

  /** @returns the store on that table, made if it is not there. Its stream stays off: see the change log. */
  async open(tableName: string): Promise<Store> {
    const { StreamSpecification: _, ...definition }: CreateTableCommandInput = tableDefinition(tableName);
    try {
      await this.client.send(new CreateTableCommand(definition));
    } catch (error) {
      if (!(error instanceof ResourceInUseException)) throw error;
    }
    return createDynamoDbStore({ client: this.client, tableName });
  }

  close(): void {
    this.client.destroy();
  }
}
