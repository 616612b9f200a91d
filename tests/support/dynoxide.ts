import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { startDynoxide as startEngine } from '../../infra/local/engine/dynoxide.ts';

export interface Dynoxide {
  readonly endpoint: string;
  /** What clients of its are made with. */
  readonly connection: DynamoDBClientConfig;
  readonly client: DynamoDBClient;
  stop(): Promise<void>;
}

/** Starts a DynamoDB-compatible server that keeps everything in memory, on a free port. */
export const startDynoxide = async (): Promise<Dynoxide> => {
  const { endpoint, stop } = await startEngine({
    onDeath: (reason) => console.error(`dynoxide died: ${reason}`),
  });
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const connection = { endpoint, region: 'cn-northwest-1', credentials };
  const client = new DynamoDBClient(connection);
  return {
    endpoint,
    connection,
    client,
    stop: async () => {
      client.destroy();
      await stop();
    },
  };
};
