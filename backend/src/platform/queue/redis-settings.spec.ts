import { checkRedisInfo } from './redis-settings';

const info = (policy: string, aof: number): string =>
  `# Memory\r\nmaxmemory_policy:${policy}\r\n# Persistence\r\naof_enabled:${aof}\r\n`;

describe('checkRedisInfo', () => {
  it('accepts noeviction with AOF', () => {
    expect(checkRedisInfo(info('noeviction', 1))).toEqual({ refusals: [], warnings: [] });
  });

  it('refuses every evicting policy and names the setting', () => {
    for (const policy of ['allkeys-lru', 'volatile-lru', 'allkeys-random', 'volatile-ttl']) {
      const { refusals } = checkRedisInfo(info(policy, 1));
      expect(refusals).toHaveLength(1);
      expect(refusals[0]).toContain('maxmemory-policy');
      expect(refusals[0]).toContain(policy);
    }
  });

  it('warns without AOF', () => {
    expect(checkRedisInfo(info('noeviction', 0)).warnings[0]).toContain('appendonly');
  });
});
