/** The files of swagger-ui-dist that the page of the API's description needs, and what they are. */
export const DOCS_FILES: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

/** The API's description, beside the function's bundle. */
export const OPENAPI_FILE = 'openapi.json';

/** Folder of those files beside the function's bundle. */
export const DOCS_FOLDER = 'docs-files';
