import { HandlerRegistry, type MessageHandler } from './handler-registry';

const handler = (name: string, messages: readonly string[] | 'every'): MessageHandler => ({
  name,
  messages,
  handle: () => Promise.resolve(),
});

describe('HandlerRegistry', () => {
  let registry: HandlerRegistry;
  beforeEach(() => {
    registry = new HandlerRegistry();
    registry.declare('report.submitted');
    registry.declareBroadcast('deadline.stepped');
  });

  it('fans a message out to everybody who wants it', () => {
    registry.register(handler('notify', ['report.submitted']));
    registry.register(handler('stream', 'every'));
    registry.assertComplete();
    expect(registry.handlersOf('report.submitted')).toEqual(['notify', 'stream']);
    expect(registry.handlersOf('deadline.stepped')).toEqual(['stream']);
  });

  it('names a message without a handler of its own', () => {
    registry.register(handler('stream', 'every'));
    expect(() => registry.assertComplete()).toThrow('Message "report.submitted" has no handler');
  });

  it('names a handler that is registered twice', () => {
    registry.register(handler('notify', ['report.submitted']));
    registry.register(handler('notify', ['deadline.stepped']));
    expect(() => registry.assertComplete()).toThrow('Handler "notify" is registered twice');
  });

  it('names a message that nobody declares', () => {
    registry.register(handler('notify', ['report.submitted', 'report.lost']));
    expect(() => registry.assertComplete()).toThrow('"report.lost"');
    expect(() => registry.handlersOf('report.lost')).toThrow('not declared');
  });
});
