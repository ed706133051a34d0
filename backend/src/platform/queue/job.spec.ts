import { assertOneProcessorEach, type JobName, type JobProcessor } from './job';

const processor = (name: JobName): JobProcessor => ({ name, run: () => Promise.resolve() });

describe('assertOneProcessorEach', () => {
  it('accepts exactly one each', () => {
    expect(() => assertOneProcessorEach([processor('deadline'), processor('delivery')])).not.toThrow();
  });

  it('names the job without a processor', () => {
    expect(() => assertOneProcessorEach([processor('delivery')])).toThrow('No processor for job "deadline"');
  });

  it('names the job with two', () => {
    expect(() => assertOneProcessorEach([processor('delivery'), processor('delivery')])).toThrow(
      '"delivery" has two',
    );
  });
});
