import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { problems } from '../../shared/http/problems.ts';
import type { RouteOutput } from '../../shared/lambda/bound-route.ts';
import { cityName } from '../../shared/reference/cities.ts';
import { DOCS_FILES, DOCS_FOLDER } from './docs-files.ts';
import { shippedFile } from './shipped-file.ts';

type Raw = NonNullable<RouteOutput<unknown>['raw']>;

const inPackage = (): string => dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

/**
 * @returns one of the page's files.
 * @throws ProblemError 404 for any other name.
 */
export const docsFile = async (file: string): Promise<Raw> => {
  const contentType = DOCS_FILES[file];
  if (contentType === undefined) throw problems.noSuchRoute();
  return { contentType, bytes: await readFile(join(shippedFile(DOCS_FOLDER, inPackage), file)), cacheSeconds: 86_400 };
};

/** @returns the page on which a cell's API is read and tried; everything it needs comes from the cell itself. */
export const docsPage = (city: string): Raw => {
  const { zh, en } = cityName(city);
  const html = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>守望 Shouwang · ${zh} ${en} · API</title>
<link rel="icon" href="docs/favicon-32x32.png">
<link rel="stylesheet" href="docs/swagger-ui.css">
</head>
<body>
<div id="api"></div>
<script src="docs/swagger-ui-bundle.js"></script>
<script>
SwaggerUIBundle({ url: 'openapi.json', dom_id: '#api', deepLinking: true, docExpansion: 'list', tagsSorter: 'alpha' });
</script>
</body>
</html>
`;
  return { contentType: 'text/html; charset=utf-8', bytes: Buffer.from(html), cacheSeconds: 300 };
};
