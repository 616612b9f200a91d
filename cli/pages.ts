/** A page of a list as the API answers it. */
interface Page<T> {
  readonly body: { readonly items: readonly T[]; readonly nextCursor?: string | undefined };
}

/** @returns all of a list, page by page. */
export const allPages = async <T>(
  read: (page: { readonly cursor?: string }) => Promise<Page<T>>,
): Promise<readonly T[]> => {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await read(cursor === undefined ? {} : { cursor });
    items.push(...body.items);
    cursor = body.nextCursor;
  } while (cursor !== undefined);
  return items;
};
