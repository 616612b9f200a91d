import type { RequestView } from '../../../shared/http/views/request.ts';

/** @returns what an act on a request sends besides its body. */
export const onRequest = ({ requestId }: Pick<RequestView, 'requestId'>, etag: string | undefined) => ({
  params: { requestId },
  ...(etag === undefined ? {} : { ifMatch: etag }),
});
