import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard';
import { DemoAccounts } from './demo-accounts';
import { DemoController } from './demo-accounts.controller';
import { Directory } from './directory';
import { InstallationKind } from './installation-kind';
import { LoginThrottle } from './login-throttle';
import { SessionCookie } from './session-cookie';
import { SessionViews } from './session-views';
import { SessionController } from './session.controller';
import { SessionService } from './session.service';

/** 登录与权限. Its guard stands before every route of the application. Needs ClockMover in the global scope. */
@Global()
@Module({
  controllers: [SessionController, DemoController],
  providers: [
    SessionService,
    LoginThrottle,
    Directory,
    InstallationKind,
    DemoAccounts,
    SessionCookie,
    SessionViews,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [SessionService, InstallationKind, DemoAccounts],
})
export class AccessModule {}
