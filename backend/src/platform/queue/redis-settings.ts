import type { StoreCheck } from './queue-backend';

/**
 * Reads the answer of INFO (works where CONFIG is forbidden). Any policy but noeviction drops waiting jobs without an
 * error, which BullMQ calls the only unsafe setting; without AOF a crash only costs time, because rows become due again.
 */
export function checkRedisInfo(info: string): StoreCheck {
  const policy = field(info, 'maxmemory_policy');
  const refusals =
    policy === undefined || policy === 'noeviction'
      ? []
      : [
          `Redis 的 maxmemory-policy 是 ${policy}，内存不足时会悄悄丢弃任务。请在 redis.conf 设置 maxmemory-policy noeviction 后重启 Redis，再启动本系统。`,
        ];
  const warnings =
    field(info, 'aof_enabled') === '0'
      ? [
          'Redis 没有打开 AOF（appendonly no）：Redis 意外退出后，排队中的任务要等系统重新扫描才会继续，建议设置 appendonly yes。',
        ]
      : [];
  return { refusals, warnings };
}

function field(info: string, name: string): string | undefined {
  return new RegExp(`^${name}:(\\S+)`, 'm').exec(info)?.[1];
}
