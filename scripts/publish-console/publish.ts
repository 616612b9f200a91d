import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { GetParameterCommand, ParameterNotFound, type SSMClient } from '@aws-sdk/client-ssm';
import * as z from 'zod';
import { cachingOf, contentTypeOf } from '../../infra/console/served-file.ts';
import { consoleParameterName } from '../../infra/constructs/names.ts';

/** Where a city's console is published to, and what it is told: what the stack of the console has written down. */
const PublicationSchema = z.object({ bucket: z.string().min(1), settings: z.record(z.string(), z.unknown()) });
export type Publication = z.infer<typeof PublicationSchema>;

/** @throws Error when the city has no stack for its console in this account and region. */
export const publicationOf = async (ssm: SSMClient, city: string): Promise<Publication> => {
  const Name = consoleParameterName(city);
  try {
    const { Parameter } = await ssm.send(new GetParameterCommand({ Name }));
    return PublicationSchema.parse(JSON.parse(Parameter?.Value ?? ''));
  } catch (error) {
    if (!(error instanceof ParameterNotFound)) throw error;
    throw new Error(
      `此账户与区域中没有${city}的控制台：缺少参数 ${Name}。\nThere is no console of ${city} in this account and region: no parameter ${Name}.`,
    );
  }
};

/** @returns the paths of all files below a folder, with slashes. */
export const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();

/** The page comes last: whoever opens it finds all it asks for. What was there before stays for those who have it open. */
const FRONT_PAGE = 'index.html';

/** Puts the built console and its settings into the bucket. @returns how many files. */
export const publish = async (s3: S3Client, folder: string, { bucket, settings }: Publication): Promise<number> => {
  const put = (path: string, Body: string | Uint8Array) =>
    s3.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: path,
        Body,
        ContentType: contentTypeOf(path),
        CacheControl: cachingOf(path),
      }),
    );
  const files = filesBelow(folder);
  for (const path of files.filter((each) => each !== FRONT_PAGE)) await put(path, await readFile(join(folder, path)));
  await put('console.json', JSON.stringify(settings));
  await put(FRONT_PAGE, await readFile(join(folder, FRONT_PAGE)));
  return files.length + 1;
};
