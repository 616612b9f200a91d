import { S3Client } from '@aws-sdk/client-s3';
import type { FileStore } from '../files/file-store.ts';
import { createS3FileStore } from '../files/s3-file-store.ts';
import { readEnvironment } from './environment.ts';

/** @returns the city's files. */
export const filesFromEnv = (): FileStore =>
  createS3FileStore({
    // Checksums that nobody asked for would be signed into upload addresses, of a body that is not there yet. Buckets are named
    // by path where an emulator has no name of its own for each.
    client: new S3Client({
      requestChecksumCalculation: 'WHEN_REQUIRED',
      forcePathStyle: process.env.AWS_ENDPOINT_URL !== undefined,
    }),
    bucket: readEnvironment('files').FILES_BUCKET,
  });
