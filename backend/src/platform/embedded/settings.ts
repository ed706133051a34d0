import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { spoolCommand } from './wal-spool';

/** Our settings live beside postgresql.conf, which includes this file as its last line. */
const FILE = 'tonghu.conf';
export const INCLUDE_LINE = `\ninclude_if_exists = '${FILE}'\n`;

/**
 * Durable, reachable from this machine only, and silent about people: a statement, its parameters, the DETAIL of an
 * error and even the text of an ERROR can quote a child's data, so the log keeps only what the server says of itself.
 */
const DEFAULTS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_line_prefix: '%m [%p] ',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_statement: 'none',
  log_checkpoints: 'off',
};

/**
 * Continuous archiving. A piece (16 MiB) is closed after `seconds` even when it is nearly empty: its rest is zeros, which
 * compress away, so a quiet minute costs some ten KiB in the archive and 16 MiB of passing writes here.
 */
export function archiveSettings(seconds: number): Readonly<Record<string, string>> {
  return { archive_mode: 'on', archive_timeout: `${seconds}s`, archive_command: spoolCommand() };
}

/** Writes the settings file of a cluster; `extra` overrides the defaults. */
export function writeSettings(
  clusterDir: string,
  port: number,
  extra: Readonly<Record<string, string>>,
): void {
  const lines = Object.entries({ ...DEFAULTS, ...extra, port: String(port) }).map(
    ([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`,
  );
  const note = '# Rewritten at every start of the embedded database.';
  const path = join(clusterDir, FILE);
  writeFileSync(path, `${[note, ...lines].join('\n')}\n`);
  // The server's account must read it even when our umask is strict; there is no secret in it.
  chmodSync(path, 0o644);
}

/** The port of the last start when it is still free, else any free port on the loopback address. */
export async function choosePort(clusterDir: string): Promise<number> {
  const remembered = rememberedPort(clusterDir);
  if (remembered !== undefined && (await bind(remembered)) !== undefined) return remembered;
  const port = await bind(0);
  if (port === undefined) throw new Error('127.0.0.1 上没有空闲端口，内置数据库无法启动');
  return port;
}

function rememberedPort(clusterDir: string): number | undefined {
  const path = join(clusterDir, FILE);
  const found = existsSync(path) ? /^port = '(\d+)'$/m.exec(readFileSync(path, 'utf8'))?.[1] : undefined;
  return found === undefined ? undefined : Number(found);
}

/** Opens and closes a listener; gives the port it got, or undefined when it got none. */
function bind(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}
