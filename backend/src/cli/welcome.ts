import type { INestApplicationContext } from '@nestjs/common';
import type { AppConfig } from '../config';
import { DemoAccounts } from '../support/access';

/** Prints where to look and, in a demo, who to be: role | account | password | try this first. */
export async function printWelcome(
  app: INestApplicationContext,
  url: string,
  config: AppConfig,
  say: (line: string) => void,
): Promise<void> {
  say('');
  if (config.ROLE === 'worker') {
    say(`童护后台任务已启动，健康检查：${url}/health/ready`);
    return;
  }
  say(`童护已启动：${url}`);
  if (config.INSTALLATION !== 'demo') return;
  const accounts = await app.get(DemoAccounts).list();
  const rows = [
    ['角色', '账号', '密码', '网址', '先试试'],
    ...accounts.map((a) => [a.roleName, a.username, a.password, url, a.hint]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? '')))) ?? [];
  for (const row of rows)
    say(
      row
        .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - width(cell))))
        .join('  '),
    );
  say('');
  say('演示数据，所有人物均为虚构。按 Ctrl+C 停止。');
}

/** Columns on a terminal: a Chinese character takes two. */
function width(text: string): number {
  return [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1), 0);
}
