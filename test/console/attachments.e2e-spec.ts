import { pdf } from '../support/sample-files';
import { DemoConsole, LIMIT_MS } from './demo-console';
import type { Person } from './person';

/** Files at a case: added by button and by drop, refused with a reason, looked at, taken along, taken back. */
describe('attachments on screen', () => {
  let demo: DemoConsole;
  let station: Person;
  let casePath: string;

  beforeAll(async () => {
    demo = await DemoConsole.start();
    station = await demo.arrive('station');
    await station.goTo('个案');
    await station.page.getByRole('row').nth(1).getByRole('link').first().click();
    await station.page.waitForURL(/\/cases\/[0-9a-f-]{36}/u);
    casePath = new URL(station.page.url()).pathname;
    await station.open(`${casePath}?tab=attachments`);
    await station.seesHeading(/^附件/u);
  }, LIMIT_MS);
  afterAll(() => demo.stop(), LIMIT_MS);

  async function choosePurpose(person: Person, name: string): Promise<void> {
    await person.page.getByRole('combobox', { name: '用途' }).click();
    await person.page.getByRole('option', { name, exact: true }).click();
  }
  const give = (person: Person, name: string, mimeType: string, buffer: Buffer): Promise<void> =>
    person.page.getByTestId('file-input').setInputFiles({ name, mimeType, buffer });
  const row = (person: Person, name: string) =>
    person.page.getByRole('list', { name: '附件列表' }).getByRole('listitem').filter({ hasText: name });

  it(
    'say first what a file is for, then take it',
    async () => {
      const photo = await station.page.screenshot({ type: 'jpeg' });
      await give(station, '现场照片.jpg', 'image/jpeg', photo);
      await station.sees('请先选择附件的用途');
      await choosePurpose(station, '现场照片');
      await station.sees('不拍隐私部位');
      await give(station, '现场照片.jpg', 'image/jpeg', photo);
      await row(station, '现场照片.jpg').waitFor();
      await station.shoot('attachments-case');
    },
    LIMIT_MS,
  );

  it(
    'refuse what may not be kept, keep its name in sight and say what to do',
    async () => {
      await give(
        station,
        '回执.doc',
        'application/msword',
        Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1', 'latin1'),
      );
      await station.sees('另存为 .docx、.xlsx 或 PDF');
      await station.sees(/回执\.doc/u);
      await station.shoot('attachments-refused');
      await station.page.getByRole('button', { name: '取消 回执.doc' }).click();
      await station.page.getByText('回执.doc').waitFor({ state: 'detached' });
    },
    LIMIT_MS,
  );

  it(
    'wait for the network with the file in hand, and arrive once',
    async () => {
      await station.context.setOffline(true);
      await give(station, '离线的照片.jpg', 'image/jpeg', await station.page.screenshot({ type: 'jpeg' }));
      await station.sees('网络恢复后点「重试」');
      await station.context.setOffline(false);
      await station.page.getByRole('button', { name: '重试 离线的照片.jpg' }).click();
      await row(station, '离线的照片.jpg').waitFor();
      expect(await row(station, '离线的照片.jpg').count()).toBe(1);
    },
    LIMIT_MS,
  );

  it(
    'show a photo in place, and a copy only for a stated reason',
    async () => {
      await station.page.getByRole('button', { name: '查看 现场照片.jpg' }).click();
      const picture = station.dialog.getByRole('img', { name: '现场照片.jpg' });
      await picture.waitFor();
      await station.page.waitForFunction(
        () =>
          (document.querySelector('[role="dialog"] img') as { naturalWidth?: number } | null)?.naturalWidth,
      );
      await station.shoot('attachments-preview');
      await station.button('关闭', station.dialog).click();
      await station.page.getByRole('button', { name: '下载 现场照片.jpg' }).click();
      await station.button('下载', station.dialog).click();
      await station.sees(/请填写「下载做什么用」/u);
      await station.dialog.getByRole('radio', { name: '打印入卷' }).check();
      await station.shoot('attachments-download');
      const [download] = await Promise.all([
        station.page.waitForEvent('download'),
        station.button('下载', station.dialog).click(),
      ]);
      expect(download.suggestedFilename()).toBe('现场照片.jpg');
    },
    LIMIT_MS,
  );

  it(
    'are taken back with a reason and stay in the list',
    async () => {
      await station.page.getByRole('button', { name: '撤回 离线的照片.jpg' }).click();
      await station.field('撤回的原因', station.dialog).fill('拍错了门牌');
      await station.button('撤回', station.dialog).click();
      await station.dialog.waitFor({ state: 'detached' });
      await station.sees(/已撤回 · .*拍错了门牌/u);
    },
    LIMIT_MS,
  );

  it(
    'are dropped and pasted as well, on a phone too',
    async () => {
      const phone = await demo.arrive('station', { phone: true });
      await phone.open(`${casePath}?tab=attachments`);
      await phone.button('拍照').waitFor();
      await choosePurpose(phone, '文书');
      await phone.page.evaluate(
        (bytes) => {
          const data = new DataTransfer();
          data.items.add(new File([new Uint8Array(bytes)], '告诫书.pdf', { type: 'application/pdf' }));
          document
            .querySelector('#attachments [data-testid="file-input"]')
            ?.closest('.MuiBox-root')
            ?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
          const copied = new DataTransfer();
          copied.items.add(new File([new Uint8Array(bytes)], 'image.png', { type: 'application/pdf' }));
          document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, clipboardData: copied }));
        },
        [...pdf()],
      );
      await row(phone, '告诫书.pdf').waitFor();
      await row(phone, '截图 ').waitFor();
      await phone.shoot('attachments-phone');
      const targets = await phone.page
        .locator('#attachments button')
        .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height));
      expect(Math.min(...targets)).toBeGreaterThanOrEqual(44);
      expect(demo.complaints).toEqual([]);
    },
    LIMIT_MS,
  );
});
