import {
  DeleteParameterCommand,
  GetParameterCommand,
  ParameterNotFound,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import type { Secrets } from './secrets.ts';

export interface SsmSecretsOptions {
  /** What the names of all of the city's parameters begin with, with a slash at both ends. */
  readonly prefix: string;
  readonly client?: SSMClient;
}

/** @returns the secrets of a city in Parameter Store, encrypted with the key that AWS keeps for it. */
export const createSsmSecrets = ({ prefix, client = new SSMClient() }: SsmSecretsOptions): Secrets => ({
  put: async (id, Value) => {
    await client.send(
      new PutParameterCommand({ Name: `${prefix}${id}`, Value, Type: 'SecureString', Overwrite: true }),
    );
  },
  remove: async (id) => {
    try {
      await client.send(new DeleteParameterCommand({ Name: `${prefix}${id}` }));
    } catch (error) {
      if (!(error instanceof ParameterNotFound)) throw error;
    }
  },
  get: async (id) => {
    try {
      const { Parameter } = await client.send(
        new GetParameterCommand({ Name: `${prefix}${id}`, WithDecryption: true }),
      );
      return Parameter?.Value;
    } catch (error) {
      if (error instanceof ParameterNotFound) return undefined;
      throw error;
    }
  },
});
