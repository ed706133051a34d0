import { Global, Module } from '@nestjs/common';
import { MasterKeys } from '../../platform/crypto';
import { AuditKey, AuditLog } from './audit-log';

@Global()
@Module({
  providers: [
    AuditLog,
    {
      provide: AuditKey,
      inject: [MasterKeys],
      useFactory: (masters: MasterKeys) => new AuditKey(masters.deriveKey('audit-mac')),
    },
  ],
  exports: [AuditLog],
})
export class AuditModule {}
