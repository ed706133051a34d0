import { DemoConsole, LIMIT_MS } from './demo-console';
import type { Person } from './person';
import { assessAsSafe, next, openOrders, planOneService, recordReturn, road } from './steps';

const CHILD = '禾苗苗';
/** As lists show it. */
const CHILD_MASKED = '禾*苗';
const FACTS = '手臂有多处新旧淤青，说不想回家。';

/** One invented child, from a teacher's worry to an answer, by clicking as each person would. */
describe('the thin path in the console', () => {
  let demo: DemoConsole;
  let teacher: Person;
  let intake: Person;
  let station: Person;
  let director: Person;
  let reportNo = '';
  let caseUrl = '';
  let reportUrl = '';

  beforeAll(async () => {
    demo = await DemoConsole.start();
  }, LIMIT_MS);
  afterAll(() => demo.stop(), LIMIT_MS);

  const step = road(LIMIT_MS);

  step('lets a teacher choose the role on the sign-in page', async () => {
    teacher = await demo.visitor();
    await teacher.open('/');
    await teacher.seesHeading('选一个角色，直接体验');
    await teacher.sees('演示数据 · 所有人物均为虚构');
    await teacher.shoot('01-login', 'login.png');
    await teacher.signIn('teacher');
    await teacher.sees('您不需要证明，只需说出担心');
    await teacher.shoot('02-reporter-home', 'reporter-home.png');
  });

  step('takes the report, one group of questions a page', async () => {
    const { page } = teacher;
    await page.getByRole('main').getByRole('link', { name: '我要报告' }).click();
    await teacher.seesHeading('孩子正处于危险？');
    await teacher.answer('孩子现在安全吗？', '否');
    await teacher.shoot('03-wizard-danger', 'report-wizard.png');
    await next(teacher, '您担心哪种情形？');
    await teacher.shoot('04-wizard-situations');
    await teacher.tick(/^多处损伤、疑似家暴虐待/u);
    await next(teacher, '是哪个孩子？');
    const child = page.getByRole('group', { name: '孩子 1' });
    await teacher.field('姓名', child).fill(CHILD);
    await teacher.answer('性别', '女');
    await teacher.field('年龄', child).fill('9');
    await teacher.field('学校', child).fill('平新县第一小学');
    await teacher.field('班级', child).fill('三年级一班');
    await teacher.field('住址', child).fill('柳溪镇柿园村二组');
    await teacher.field('监护人姓名', child).fill('禾大田');
    await teacher.field('监护人电话', child).fill('12300000041');
    await teacher.field('与孩子的关系', child).selectOption({ label: '父亲' });
    await teacher.shoot('05-wizard-child');
    await next(teacher, '您发现了什么？');
    await teacher.field('发现了什么').fill(FACTS);
    await teacher.answer('是否已送医', '否');
    await teacher.shoot('06-wizard-what');
    await next(teacher, '在哪里？');
    await teacher.field('所在的村（社区）').selectOption({ label: '柳溪镇 柿园村' });
    await teacher.field('孩子现在在哪里').fill('学校医务室，由班主任陪着');
    await teacher.shoot('07-wizard-where');
    await next(teacher, '有疑似侵害人吗？');
    await teacher.button('添加疑似侵害人').click();
    await teacher.field('是孩子的什么人').selectOption({ label: '父亲' });
    await teacher.shoot('08-wizard-suspects');
    await next(teacher, '谁不能知道？');
    await teacher.tick('监护人');
    await teacher.shoot('09-wizard-exclusions');
    await next(teacher, '怎样联系您？');
    await teacher.field('您的姓名').fill('方老师');
    await teacher.field('您的电话').fill('12300000042');
    await teacher.shoot('10-wizard-reporter');
    await next(teacher, '核对答案');
    await teacher.sees(FACTS);
    await teacher.shoot('11-wizard-review');
  });

  step('confirms with a number', async () => {
    await teacher.button('提交报告').click();
    await teacher.seesHeading('报告已收到');
    await teacher.sees('您的受理号');
    reportNo = /BG\d+-\d+/u.exec(await teacher.page.getByRole('main').innerText())?.[0] ?? '';
    expect(reportNo).not.toBe('');
    await teacher.shoot('12-report-sent', 'report-sent.png');
  });

  step('reaches intake, who records the call to the police and receives it', async () => {
    intake = await demo.arrive('intake');
    await intake.shoot('13-intake-home');
    await intake.goTo('报告');
    await intake.seesHeading('报告受理');
    await intake.link(reportNo).waitFor();
    await intake.shoot('14-intake-queue', 'intake-queue.png');
    await intake.link(reportNo).click();
    await intake.sees('依法应当立即报警，尚未登记报警情况');
    await intake.sees(FACTS);
    reportUrl = new URL(intake.page.url()).pathname;
    await intake.shoot('15-intake-report');
    await intake.act('登记报警情况', async (dialog) => {
      await intake.button('现在', dialog).click();
      await intake.field('接警编号', dialog).fill('接警2026-0417');
      await intake.shoot('16-intake-police');
    });
    await intake.act('受理');
    await intake.sees('待分诊');
  });

  step('triages with what the rules propose, and sends the orders', async () => {
    await intake.button('分诊派单').click();
    await intake.seesHeading(`分诊派单 ${reportNo}`);
    await intake.sees('报告人提醒，不能让他们知道：监护人');
    await intake.field('对外摘要').fill('学校报告一名儿童身上有伤，需要核实安全状况。');
    await intake.field('孩子所在的村（社区）').waitFor();
    await intake.shoot('17-triage', 'triage.png', '六、协办单');
    await intake.button('确认分诊并派单').click();
    await intake.sees('已分诊，协办单已送出');
    await intake.seesHeading(`报告 ${reportNo}`);
    await intake.shoot('18-intake-triaged');
  });

  step('lets the police station accept and finish its order', async () => {
    const police = await demo.arrive('policeStation');
    await police.shoot('19-police-home');
    await police.goTo('协办单');
    await police.choose('待签收');
    await police.shoot('20-police-inbox');
    await police.openRow(CHILD_MASKED);
    await police.sees('学校报告一名儿童身上有伤，需要核实安全状况。');
    expect(await police.page.getByText(FACTS).count()).toBe(0);
    await police.shoot('21-police-order', 'work-order.png');
    await police.act('签收');
    await police.act('办结并回复', async (dialog) => {
      await police.field('办理结果', dialog).fill('已出警，对父亲开具家庭暴力告诫书。');
    });
    await police.sees('已办结');
    await police.shoot('22-police-finished');
  });

  step('lets the township assign the village director', async () => {
    station = await demo.arrive('station');
    await station.shoot('23-station-home');
    await station.goTo('个案');
    await station.shoot('24-station-cases');
    await station.openRow(CHILD_MASKED);
    await station.seesHeading(CHILD_MASKED);
    caseUrl = new URL(station.page.url()).pathname;
    await station.act('指派承办', async (dialog) => {
      await station.field('承办单位', dialog).selectOption({ label: '柿园村民委员会' });
      await station.field('承办人', dialog).selectOption({ label: '田小满' });
      await station.shoot('25-station-assign');
    });
    await station.sees('田小满');
    await station.open(caseUrl);
    await station.sees('田小满');
    await station.shoot('26-station-case', 'case.png');
  });

  step('starts an emergency, sees the child and ends it', async () => {
    await station.button('登记安全核查').click();
    await station.seesHeading('登记安全核查');
    await station.button('现在').click();
    await station.answer('见到孩子了吗', '是');
    await station.answer('和孩子单独说话了吗', '是');
    await station.answer('需要就医吗', '否');
    await station.field('看到的伤情').fill('左臂淤青，已请医生看过，不需要住院。');
    await station.answer('安全结论', '有计划的安全');
    await station.field('理由').fill('奶奶同住照看，父亲已被告诫。');
    await station.field('孩子自己的意见').fill('想和奶奶住。');
    await station.shoot('27-safety-check');
    await station.button('登记安全核查').click();
    await station.sees('有计划的安全');
    await station.act('结束应急处置', async (dialog) => {
      await station.field('应急处置的结果', dialog).fill('孩子已安全，由奶奶照看。');
    });
    await station.shoot('28-after-emergency');
  });

  step('lets the village director record a visit on a phone', async () => {
    director = await demo.arrive('director', { phone: true });
    await director.shoot('29-director-home');
    await director.open(caseUrl);
    await director.sees(CHILD_MASKED);
    await director.shoot('30-director-case');
    await director.button('登记走访').click();
    await director.seesHeading('登记走访');
    await director.shoot('31-visit-form', 'visit-phone.png');
    await director.answer('见到孩子了吗', '是');
    await director.answer('和孩子单独说话了吗', '是');
    await director.answer('监护人在场吗', '是');
    for (const item of ['生活', '监护', '就学', '健康', '安全', '居住', '社交'])
      await director.answer(item, '正常');
    await director.answer('心理', '关注');
    await director.field('心理：看到了什么').fill('不太说话，夜里睡不好。');
    await director.field('当场做了什么').fill('和奶奶约好每周三下午再来。');
    await director.shoot('32-visit-filled');
    await director.button('登记走访').click();
    await director.sees('已完成：登记走访');
    await director.sees('心理 · 关注 · 不太说话，夜里睡不好。');
    await director.shoot('33-visit-recorded');
  });

  step('assesses, plans one service and completes it', async () => {
    await station.open(caseUrl);
    await assessAsSafe(station, '34-assess');
    await planOneService(station, '35-plan');
    await station.act('登记服务完成', async (dialog) => {
      await dialog.getByRole('radio').check();
      await station.field('结果', dialog).fill('完成 4 次心理辅导，孩子愿意说话了。');
      await station.shoot('36-service');
    });
    await station.shoot('37-plan-done');
  });

  step('does not ask to close while agencies still work; intake records their returns', async () => {
    await station.page.getByText(/暂时不能办的 \d+ 项，看原因/u).click();
    await station.sees(/暂不能办：还有 \d+ 张协办单没有办结/u);
    await intake.open(`${caseUrl}?tab=orders`);
    await intake.seesHeading('协办单');
    await intake.shoot('38-case-orders');
    for (const path of await openOrders(intake)) {
      await intake.open(path);
      await intake.seesHeading(/协办单|协作函/u);
      await recordReturn(intake, '对方已签收');
      await intake.sees('办理中');
      await recordReturn(intake, '对方已办结');
      await intake.sees('已办结');
    }
    await intake.shoot('39-order-on-behalf');
  });

  step('asks to close with the list filled in', async () => {
    await station.open(caseUrl);
    await station.button('申请结案').click();
    await station.seesHeading('申请结案');
    await station.answer('结案原因', '风险已消除，目标已达成');
    await station.field('结案说明').fill('目标已达成，安排三十日后回访。');
    await station.field('孩子自己的意见').fill('同意。');
    for (const box of await station.section('结案清单').getByRole('checkbox').all()) await box.check();
    await station.shoot('40-closing', 'closing.png');
    await station.button('申请结案').click();
    await station.sees('等待审批');
    await station.shoot('41-closing-requested');
  });

  step('tells the reporter before a second person closes', async () => {
    await intake.open(reportUrl);
    await intake.act('向报告人反馈', async (dialog) => {
      await intake.field('反馈内容', dialog).fill('您的报告已受理，有关部门正在办理。');
      await intake.shoot('42-feedback');
    });
    const civil = await demo.arrive('civil');
    await civil.shoot('43-civil-home');
    await civil.goTo('个案');
    await civil.choose('待结案审批');
    await civil.shoot('44-civil-cases');
    await civil.openRow(CHILD_MASKED);
    await civil.act('同意结案');
    await civil.sees('已结案');
    await civil.shoot('45-closed');
    await civil.open(`${caseUrl}?tab=timeline`);
    await civil.sees('已同意结案');
    await civil.shoot('46-timeline');
  });

  step('answers the teacher', async () => {
    await intake.open(reportUrl);
    await intake.act('反馈办理结果', async (dialog) => {
      await intake.field('反馈内容', dialog).fill('孩子目前安全，感谢您的报告。');
    });
    await teacher.button('查看这份报告').or(teacher.link('查看这份报告')).click();
    await teacher.sees('孩子目前安全，感谢您的报告。');
    await teacher.sees('已办结');
    await teacher.shoot('47-teacher-answer');
    await teacher.goTo('首页');
    await teacher.sees('已办结');
    await teacher.shoot('48-teacher-home');
  });

  it('leaves no error in the browser', () => {
    expect(demo.complaints).toEqual([]);
  });
});
