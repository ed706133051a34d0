import { Body, Controller, Get, Headers, Patch, Query, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { NotVisible, PreconditionRequired, type RequestContext, StaleEdit } from '../kernel';
import { AppDatabase } from '../platform/database';
import { IdParam } from '../platform/http';
import { Can, Ctx } from '../support/access';
import { AuditLog } from '../support/audit';
import { UpdatePersonRequest } from './dto/person.request';
import { PersonPage, PersonResponse } from './dto/person.response';
import { PersonQueries } from './person.queries';
import { PersonService } from './person.service';

@Controller('people')
export class PeopleController {
  constructor(
    private readonly database: AppDatabase,
    private readonly people: PersonService,
    private readonly queries: PersonQueries,
    private readonly audit: AuditLog,
    private readonly adapters: HttpAdapterHost,
  ) {}

  /** People by name, pinyin or initials (`q`, at least two characters); without `q` the page is empty. */
  @Get()
  @Can('person.read')
  search(@Ctx() ctx: RequestContext, @Query('q') q?: unknown): Promise<PersonPage> {
    const query = typeof q === 'string' ? q.trim().slice(0, 50) : '';
    return this.database.inTransaction(ctx, async (tx) => {
      const data = query === '' ? [] : await this.queries.search(tx, query);
      this.audit.record(tx, {
        action: 'person.search',
        subjectKind: 'list',
        detail: { found: data.map(({ id }) => id) },
      });
      return {
        data,
        pageInfo: { hasNextPage: false, endCursor: null },
        meta: { asOf: tx.now.toISOString() },
      };
    });
  }

  /** One person with relations and cases. */
  @Get(':id')
  @Can('person.read')
  async get(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Res({ passthrough: true }) response: object,
  ): Promise<PersonResponse> {
    return this.answer(response, await this.read(ctx, id));
  }

  /** Corrects plain data; needs `If-Match` with the version that was read. */
  @Patch(':id')
  @Can('person.edit')
  async update(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() changes: UpdatePersonRequest,
    @Res({ passthrough: true }) response: object,
  ): Promise<PersonResponse> {
    const version = parseVersion(ifMatch);
    const current = await this.read(ctx, id);
    if (current.version !== version) throw new StaleEdit(current);
    const done = await this.database.inTransaction(ctx, async (tx) => {
      const updated = await this.people.update(tx, id, version, changes);
      if (updated)
        this.audit.record(tx, {
          action: 'person.edit',
          subjectKind: 'person',
          subjectId: id,
          detail: { fields: Object.keys(changes) },
        });
      return updated;
    });
    const after = await this.read(ctx, id);
    if (done) return this.answer(response, after);
    if (after.version !== version) throw new StaleEdit(after);
    // Visible and unchanged, yet not ours to edit: the actor holds an order of the case but does not work on it.
    await this.audit.refused(ctx, 'person.edit', { subjectKind: 'person', subjectId: id });
    throw new NotVisible();
  }

  private async read(ctx: RequestContext, id: string): Promise<PersonResponse> {
    const view = await this.database.inTransaction(ctx, async (tx) => {
      const found = await this.queries.findDetail(tx, id);
      if (found !== undefined)
        this.audit.record(tx, { action: 'person.read', subjectKind: 'person', subjectId: id });
      return found;
    });
    if (view !== undefined) return view;
    await this.audit.refused(ctx, 'person.read', { subjectKind: 'person', subjectId: id });
    throw new NotVisible();
  }

  private answer(response: object, view: PersonResponse): PersonResponse {
    this.adapters.httpAdapter.setHeader(response, 'ETag', `"v${view.version}"`);
    return view;
  }
}

/** The version in `If-Match: "v7"`. @throws PreconditionRequired 428 without one that we gave out */
function parseVersion(ifMatch: string | undefined): number {
  const version = /^(?:W\/)?"v(\d{1,9})"$/.exec(ifMatch?.trim() ?? '')?.[1];
  if (version === undefined) throw new PreconditionRequired();
  return Number(version);
}
