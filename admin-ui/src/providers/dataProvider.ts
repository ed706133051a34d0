import type { DataProvider, GetListParams, Identifier, RaRecord } from 'ra-core';
import { ApiError, newKey, request } from '../api';
import type { Page } from '../api';

/** Cursor of the page after page n, by list (resource, filter, sort and page size); memory only. */
const cursors = new Map<string, (string | null)[]>();

export interface TonghuDataProvider extends DataProvider {
  /** Carries out an action of a record and answers the record as it is now. */
  act<T>(resource: string, id: Identifier, action: string, body: unknown, key: string): Promise<T>;
}

export const dataProvider = {
  async getList<T extends RaRecord>(resource: string, params: GetListParams) {
    const page = params.pagination?.page ?? 1;
    const { data, pageInfo } = await getPage<T>(resource, params, page);
    return { data, pageInfo: { hasNextPage: pageInfo.hasNextPage, hasPreviousPage: page > 1 } };
  },
  async getOne(resource: string, { id }: { id: Identifier }) {
    return { data: await request(`/${resource}/${String(id)}`) };
  },
  async getMany(resource: string, { ids }: { ids: Identifier[] }) {
    return { data: await Promise.all(ids.map((id) => request(`/${resource}/${String(id)}`))) };
  },
  async getManyReference(
    resource: string,
    { target, id, ...params }: GetListParams & { target: string; id: Identifier },
  ) {
    const filter = { ...(params.filter as object), [target]: id };
    return dataProvider.getList(resource, { ...params, filter });
  },
  async create(resource: string, { data, meta }: { data: unknown; meta?: { key?: string } }) {
    const idempotencyKey = meta?.key ?? newKey();
    return { data: await request(`/${resource}`, { method: 'POST', body: data, idempotencyKey }) };
  },
  async update(
    resource: string,
    { id, data, previousData }: { id: Identifier; data: unknown; previousData: { version?: number } },
  ) {
    const ifMatch = previousData.version ?? 0;
    return { data: await request(`/${resource}/${String(id)}`, { method: 'PATCH', body: data, ifMatch }) };
  },
  updateMany: refuse,
  delete: refuse,
  deleteMany: refuse,
  act<T>(resource: string, id: Identifier, action: string, body: unknown, key: string): Promise<T> {
    const path = `/${resource}/${String(id)}/actions/${action}`;
    return request<T>(path, { method: 'POST', body: body ?? {}, idempotencyKey: key });
  },
} as TonghuDataProvider;

/** Nothing here is deleted or changed in bulk: a record ends by an action that leaves its trace. */
function refuse(): Promise<never> {
  return Promise.reject(new ApiError({ title: '不支持此操作', status: 405 }));
}

async function getPage<T>(resource: string, params: GetListParams, page: number): Promise<Page<T>> {
  const query = listQuery(params);
  const list = `${resource}?${query.toString()}`;
  const known = cursors.get(list) ?? [];
  cursors.set(list, known);
  // A reload deep in a list has no cursors yet: walk to the page from the nearest known one.
  for (let at = Math.min(known.length + 1, page); ; at++) {
    const answer = await request<Page<T>>(`/${resource}`, { query: withCursor(query, known[at - 2]) });
    known[at - 1] = answer.pageInfo.endCursor;
    if (at >= page) return answer;
    if (!answer.pageInfo.hasNextPage) return { ...answer, data: [] };
  }
}

function listQuery({ filter, sort, pagination }: GetListParams): URLSearchParams {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(
    (filter ?? {}) as Record<string, string | number | boolean | null | undefined>,
  )) {
    if (value === undefined || value === null || value === '') continue;
    if (key === 'q') query.set('q', String(value));
    else query.set(`filter[${key}]`, String(value));
  }
  // react-admin's default sort is by id; the server's own order is the useful one.
  if (sort !== undefined && sort.field !== 'id') {
    query.set('sort', `${sort.order === 'DESC' ? '-' : ''}${sort.field}`);
  }
  query.set('limit', String(pagination?.perPage ?? 25));
  return query;
}

function withCursor(query: URLSearchParams, cursor: string | null | undefined): URLSearchParams {
  const result = new URLSearchParams(query);
  if (typeof cursor === 'string') result.set('cursor', cursor);
  return result;
}
