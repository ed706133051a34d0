import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import type { RunAs } from './run-as';

/** What a finished program said. With `logFd` its output went to the file and `output` is empty. */
export interface ProgramResult {
  code: number;
  output: string;
}

/**
 * Runs one of the PostgreSQL programs to its end as `user`. With `logFd` the program (and a server it leaves behind)
 * writes there. The environment is a clean one, so PGPORT, PGDATA or LD_LIBRARY_PATH of the shell have no say.
 */
export function runProgram(
  program: string,
  args: string[],
  user: RunAs | undefined,
  logFd?: number,
): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const sink = logFd ?? 'pipe';
    const child = spawn(program, args, {
      ...placement(program, user),
      stdio: ['ignore', sink, sink],
      windowsHide: true,
    });
    let output = '';
    const collect = (chunk: Buffer): void => void (output += chunk.toString('utf8'));
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('error', reject);
    // 'exit' would miss the last lines of a pipe; 'close' would never come for a log file kept open by the server.
    child.once(logFd === undefined ? 'close' : 'exit', (code: number | null) =>
      resolve({ code: code ?? -1, output }),
    );
  });
}

function placement(program: string, user: RunAs | undefined): object {
  if (process.platform === 'win32') return { cwd: dirname(program) };
  const env = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
  // A dropped-to user may not be allowed into our own working folder.
  return user ? { cwd: '/', env, uid: user.uid, gid: user.gid } : { cwd: '/', env };
}
