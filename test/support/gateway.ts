import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}
type Answer = (request: Received, response: ServerResponse) => void;

/** 200 with a body. */
export const yes =
  (body: unknown = {}): Answer =>
  (_, response) =>
    response.end(JSON.stringify(body));
/** A status without a word. */
export const status =
  (code: number): Answer =>
  (_, response) => {
    response.statusCode = code;
    response.end();
  };
/** Takes the request and never answers. */
export const silence: Answer = () => undefined;
/** Takes the request and hangs up. */
export const hangUp: Answer = (_, response) => response.destroy();

/** A message gateway on this machine: keeps what it was sent, answers as it is told. */
export class Gateway {
  readonly received: Received[] = [];
  answer: Answer = yes();

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async open(): Promise<Gateway> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const gateway = new Gateway(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      let body = '';
      request.setEncoding('utf8');
      request.on('data', (part: string) => (body += part));
      request.on('end', () => {
        const { method = '', url = '', headers } = request;
        const received = { method, path: url, headers, body };
        gateway.received.push(received);
        gateway.answer(received, response);
      });
    });
    return gateway;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
