import { copyFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

const SCREENS = resolve(__dirname, '../.artifacts/screens');
const DOCS_IMAGES = resolve(__dirname, '../../docs/images');
const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
const PATIENCE_MS = 10_000;

/** Accounts of the demo by the hint on their button. */
export const DEMO = {
  teacher: '点「我要报告」，三分钟提交一份强制报告',
  intake: '受理新报告，分诊、立案、派单',
  policeStation: '柳溪派出所：签收、退回或办结',
  station: '柳溪镇：指派承办人，应急核查，评估',
  director: '柿园村：走访孩子，登记服务',
  civil: '看超期和督办，审批结案',
  education: '教育体育局：办理协办单',
  doctor: '医院：接诊发现疑似伤害先报告，再办协办单',
  shelter: '救助保护中心：接收、照料孩子，办理协办单',
  secondIntake: '第二位受理员：审批别人申请的结案',
  admin: '看系统状态，把时钟拨快',
} as const;

export interface PersonOptions {
  readonly phone?: boolean;
}

/** Somebody before a screen: finds things by what is written on them, as people do. */
export class Person {
  private constructor(
    readonly context: BrowserContext,
    public page: Page,
    private readonly url: string,
  ) {}

  static async before(browser: Browser, url: string, { phone }: PersonOptions = {}): Promise<Person> {
    const context = await browser.newContext({
      viewport: phone === true ? PHONE : DESK,
      ...(phone === true ? { hasTouch: true, isMobile: true } : {}),
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    context.setDefaultTimeout(PATIENCE_MS);
    return new Person(context, await context.newPage(), url);
  }

  /** Opens a path of the console. */
  async open(path: string): Promise<void> {
    await this.page.goto(`${this.url}${path}`);
  }

  /** Chooses an account on the demo's sign-in page by its hint; waits for the home page. */
  async signIn(who: keyof typeof DEMO): Promise<void> {
    await this.open('/');
    const account = this.page.getByRole('button', { name: DEMO[who] });
    const more = this.page.getByText('更多账号');
    await more.waitFor();
    if (!(await account.isVisible())) await more.click();
    await account.click();
    await this.page.getByRole('navigation', { name: '主菜单' }).or(this.button('打开菜单')).waitFor();
  }

  /** Follows an entry of the main menu. */
  async goTo(entry: string): Promise<void> {
    const menu = this.page.getByRole('navigation', { name: '主菜单' });
    await menu.getByRole('link', { name: entry, exact: true }).click();
    await this.page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
  }

  /** Chooses one of the views above a list and waits for what the server answers. */
  async choose(view: string): Promise<void> {
    await Promise.all([this.page.waitForResponse(/\/api\/v1\/[a-z-]+\?/u), this.button(view).click()]);
    await this.settle();
  }

  /** Opens the first record of a list that shows a text. */
  async openRow(text: string): Promise<void> {
    await this.page.getByRole('row').filter({ hasText: text }).first().getByRole('link').click();
  }

  /** Kills the tab, without a last word to the page; the browser keeps its cookies and its storage. */
  async loseTab(): Promise<void> {
    const lost = this.page;
    this.page = await this.context.newPage();
    const control = await this.context.newCDPSession(lost);
    const crashed = lost.waitForEvent('crash');
    control.send('Page.crash').catch(() => undefined);
    await crashed;
    await lost.close();
  }

  button(name: string, within: Locator | Page = this.page): Locator {
    return within.getByRole('button', { name, exact: true });
  }

  link(name: string): Locator {
    return this.page.getByRole('link', { name, exact: true });
  }

  /** An input by its label, with or without the remark that it may stay empty. */
  field(label: string, within: Locator | Page = this.page): Locator {
    return within.getByLabel(new RegExp(`^${escape(label)}(（可不填）)?$`, 'u'));
  }

  /** A question with several answers, by its legend. */
  question(legend: string, within: Locator | Page = this.page): Locator {
    return within.getByRole('group', { name: new RegExp(`^${escape(legend)}(（可不填）)?$`, 'u') });
  }

  /** A titled block of the page. */
  section(title: string): Locator {
    return this.page.locator('section').filter({ has: this.page.getByRole('heading', { name: title }) });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  async answer(legend: string, choice: string): Promise<void> {
    await this.question(legend).getByRole('radio', { name: choice, exact: true }).check();
  }

  async tick(label: string | RegExp): Promise<void> {
    await this.page.getByRole('checkbox', { name: label }).check();
  }

  /** Waits until a text can be seen somewhere. */
  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).filter({ visible: true }).first().waitFor();
  }

  async seesHeading(name: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { name }).first().waitFor();
  }

  /** Starts an action that stands in a menu of the action bar. */
  async fromMenu(menu: string, label: string): Promise<void> {
    await this.button(menu).click();
    await this.page.getByRole('menuitem', { name: label, exact: true }).click();
  }

  /** Opens an action, from a menu where one is named, fills in its dialog and confirms; the dialog closes when the server has agreed. */
  async act(
    label: string,
    fill: (dialog: Locator) => Promise<void> = () => Promise.resolve(),
    menu?: string,
  ): Promise<void> {
    if (menu === undefined) await this.button(label).click();
    else await this.fromMenu(menu, label);
    await this.dialog.waitFor();
    await fill(this.dialog);
    await this.button(label, this.dialog).click();
    await this.dialog.waitFor({ state: 'detached' });
    await this.sees(`已完成：${label}`);
  }

  /** Waits until nothing is being fetched for this page any more and movements have ended. */
  async settle(): Promise<void> {
    await this.page.waitForFunction(
      () =>
        document.querySelector('[role="progressbar"]') === null &&
        document.getAnimations().every(({ playState }) => playState !== 'running'),
    );
  }

  /** A picture of the whole page for looking at; with `docs`, of the window for the manual too, from a heading on. */
  async shoot(name: string, docs?: string, heading?: string): Promise<void> {
    mkdirSync(SCREENS, { recursive: true });
    await this.settle();
    await this.page.evaluate(() => window.scrollTo(0, 0));
    await this.page.screenshot({
      path: join(SCREENS, `${name}.png`),
      fullPage: true,
      animations: 'disabled',
    });
    if (docs === undefined) return;
    if (heading !== undefined) {
      await this.page.getByRole('heading', { name: heading }).evaluate((element) => element.scrollIntoView());
    }
    const file = join(SCREENS, docs);
    await this.page.screenshot({ path: file, animations: 'disabled' });
    if (process.env.DOCS_SCREENSHOTS !== '1') return;
    mkdirSync(DOCS_IMAGES, { recursive: true });
    copyFileSync(file, join(DOCS_IMAGES, docs));
  }
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
