import { failpoint, setFailpoint } from './failpoint';

describe('failpoint', () => {
  afterEach(() => setFailpoint(undefined, 'test'));

  it('does nothing when it is not armed', () => {
    const kill = jest.spyOn(process, 'kill').mockReturnValue(true);
    setFailpoint('after-enqueue', 'test');
    failpoint('before-effect');
    expect(kill).not.toHaveBeenCalled();
    kill.mockRestore();
  });

  it('refuses to be armed outside tests', () => {
    expect(() => setFailpoint('before-effect', 'production')).toThrow('tests only');
    expect(() => setFailpoint('before-effect', 'development')).toThrow('tests only');
    expect(() => setFailpoint(undefined, 'production')).not.toThrow();
  });

  it('refuses a name that no code passes', () => {
    expect(() => setFailpoint('after-lunch', 'test')).toThrow('Unknown failpoint after-lunch');
  });
});
