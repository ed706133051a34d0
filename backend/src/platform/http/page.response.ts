/** Where a keyset page ends. */
export class PageInfo {
  hasNextPage: boolean;
  endCursor: string | null;
}

export class PageMeta {
  asOf: string;
}
