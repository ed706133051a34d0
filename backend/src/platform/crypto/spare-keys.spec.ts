import { SpareKeys } from './spare-keys';

/** Makes ids that tell how many were made before them. */
class CountingStore {
  made = 0;
  fails = 0;

  async createFreshKeys(count: number): Promise<string[]> {
    await Promise.resolve();
    if (this.fails > 0) {
      this.fails -= 1;
      throw new Error('disk full');
    }
    return Array.from({ length: count }, () => `id-${this.made++}`);
  }
}

describe('spare keys', () => {
  it('hands out every id once, also to many at the same time', async () => {
    const spares = new SpareKeys(new CountingStore());
    const taken = (await Promise.all(Array.from({ length: 100 }, () => spares.takePair()))).flat();
    expect(taken).toHaveLength(200);
    expect(new Set(taken).size).toBe(200);
  });

  it('tells a disk error to whoever waits and goes on afterwards', async () => {
    const store = new CountingStore();
    store.fails = 1;
    const spares = new SpareKeys(store);
    await expect(spares.takePair()).rejects.toThrow('disk full');
    await expect(spares.takePair()).resolves.toHaveLength(2);
  });
});
