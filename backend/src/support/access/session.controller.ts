import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { DomainError, NotSignedIn, systemContext } from '../../kernel';
import { AppDatabase } from '../../platform/database';
import type { HttpRequest } from '../../platform/http';
import { AuditLog } from '../audit';
import { Can, CanAnyone } from './access.decorators';
import { Directory } from './directory';
import { SignInRequest } from './dto/session.request';
import { SessionResponse } from './dto/session.response';
import { SessionCookie } from './session-cookie';
import { contextOf, SessionViews } from './session-views';
import { type Session, SessionService } from './session.service';

/** Failed sign-ins on names that do not exist belong to no district. */
const NO_DISTRICT = '000000000000';

@Controller('session')
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly directory: Directory,
    private readonly cookies: SessionCookie,
    private readonly views: SessionViews,
    private readonly database: AppDatabase,
    private readonly audit: AuditLog,
  ) {}

  /** Signs in with a new session; one that this browser had before ends. */
  @Post()
  @HttpCode(200)
  @CanAnyone('sign-in')
  async signIn(
    @Body() dto: SignInRequest,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) response: object,
  ): Promise<SessionResponse> {
    const { token, session } = await this.attempt(dto, request.ip ?? '');
    await this.sessions.signOut(this.cookies.read(request));
    await this.record(session, 'session.sign-in');
    this.cookies.set(response, token);
    return this.views.render(session);
  }

  @Get()
  @Can('session.read')
  async get(@Req() request: HttpRequest): Promise<SessionResponse> {
    const session = await this.sessions.find(this.cookies.read(request));
    if (session === undefined) throw new NotSignedIn();
    return this.views.render(session);
  }

  /** Signs out; without a session it still clears the cookie and the cache. */
  @Delete()
  @HttpCode(204)
  @CanAnyone('sign-out must work when the session has already ended')
  async signOut(@Req() request: HttpRequest, @Res({ passthrough: true }) response: object): Promise<void> {
    const token = this.cookies.read(request);
    const session = await this.sessions.find(token);
    await this.sessions.signOut(token);
    if (session !== undefined) await this.record(session, 'session.sign-out');
    this.cookies.clear(response);
  }

  private async attempt(dto: SignInRequest, address: string): Promise<{ token: string; session: Session }> {
    try {
      return await this.sessions.signIn(dto.username, dto.password, address);
    } catch (error) {
      if (error instanceof DomainError) await this.recordFailure(dto.username);
      throw error;
    }
  }

  private async recordFailure(username: string): Promise<void> {
    const account = await this.directory.findAccount(username);
    const ctx = systemContext(account?.districtCode ?? NO_DISTRICT, 'SessionController.signIn');
    await this.audit.refused(ctx, 'session.sign-in', {
      subjectKind: 'session',
      ...(account ? { subjectId: account.id } : {}),
    });
  }

  private async record(session: Session, action: string): Promise<void> {
    await this.database.inTransaction(contextOf(session, action), (tx) => {
      this.audit.record(tx, { action, subjectKind: 'session', subjectId: session.id });
      return Promise.resolve();
    });
  }
}
