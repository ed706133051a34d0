import { DemoConsole, LIMIT_MS } from './demo-console';
import { faultsOf } from './faults';
import type { Person } from './person';
import {
  assessAsSafe,
  fillPaper,
  next,
  openOrders,
  order,
  planOneService,
  recordReturn,
  road,
  thisMinute,
  ORDERED,
  SHELTER,
} from './steps';

const CHILD = '禾望舒';
/** As lists show it. */
const CHILD_MASKED = '禾*舒';
const GUARDIAN = '禾大田';
const ADDRESS = '平新县安康路18号二楼';
const ANSWER = '孩子目前安全，感谢您的报告。';
const RESPONSE = '处置与安置';
const GUARDIANSHIP = '监护干预';

/** 监护人伤害 (domain §3.3, §4.3): from the doctor's worry to the answer, by clicking as each of seven roles would. */
describe('a child hurt by its father, in the console', () => {
  let demo: DemoConsole;
  let doctor: Person;
  let intake: Person;
  let station: Person;
  let civil: Person;
  let shelter: Person;
  let director: Person;
  let reportNo = '';
  let reportUrl = '';
  let caseUrl = '';

  beforeAll(async () => {
    demo = await DemoConsole.start();
  }, LIMIT_MS);
  afterAll(() => demo.stop(), LIMIT_MS);

  const step = road(LIMIT_MS);

  step('is reported by a doctor', async () => {
    doctor = await demo.arrive('doctor');
    await doctor.shoot('gv-01-doctor-home');
    await doctor.goTo('我要报告');
    await doctor.seesHeading('孩子正处于危险？');
    await doctor.answer('孩子现在安全吗？', '否');
    await next(doctor, '您担心哪种情形？');
    await doctor.tick(/^多处损伤、疑似家暴虐待/u);
    await next(doctor, '是哪个孩子？');
    const child = doctor.page.getByRole('group', { name: '孩子 1' });
    await doctor.field('姓名', child).fill(CHILD);
    await doctor.answer('性别', '女');
    await doctor.field('年龄', child).fill('9');
    await doctor.field('住址', child).fill('柳溪镇柿园村二组');
    await doctor.field('监护人姓名', child).fill(GUARDIAN);
    await doctor.field('与孩子的关系', child).selectOption({ label: '父亲' });
    await next(doctor, '您发现了什么？');
    await doctor.field('发现了什么').fill('左臂和背部有新旧不一的伤，孩子不愿说是怎么伤的。');
    await doctor.answer('是否已送医', '是');
    await next(doctor, '在哪里？');
    await doctor.field('所在的村（社区）').selectOption({ label: '柳溪镇 柿园村' });
    await doctor.field('孩子现在在哪里').fill('县医院急诊科');
    await next(doctor, '有疑似侵害人吗？');
    await doctor.button('添加疑似侵害人').click();
    await doctor.field('是孩子的什么人').selectOption({ label: '父亲' });
    await next(doctor, '谁不能知道？');
    await doctor.tick('监护人');
    await next(doctor, '怎样联系您？');
    await doctor.field('您的姓名').fill('许医生');
    await next(doctor, '核对答案');
    await doctor.shoot('gv-02-doctor-review');
    await doctor.button('提交报告').click();
    await doctor.seesHeading('报告已收到');
    reportNo = /BG\d+-\d+/u.exec(await doctor.page.getByRole('main').innerText())?.[0] ?? '';
    expect(reportNo).not.toBe('');
    await doctor.shoot('gv-03-doctor-sent');
  });

  step('is received and triaged: police, civil affairs, township, shelter, women’s federation', async () => {
    intake = await demo.arrive('intake');
    await intake.goTo('报告');
    await intake.link(reportNo).click();
    await intake.seesHeading(`报告 ${reportNo}`);
    reportUrl = new URL(intake.page.url()).pathname;
    await intake.act('登记报警情况', async (dialog) => {
      await intake.button('现在', dialog).click();
      await intake.field('接警编号', dialog).fill('接警2026-0418');
    });
    await intake.act('受理');
    await intake.button('分诊派单').click();
    await intake.seesHeading(`分诊派单 ${reportNo}`);
    await intake.field('对外摘要').fill('医院报告一名儿童身上有伤，需要核实安全状况。');
    for (const name of ORDERED) await order(intake, name);
    await intake.shoot('gv-04-triage');
    await intake.button('确认分诊并派单').click();
    await intake.sees('已分诊，协办单已送出');
    await intake.shoot('gv-05-triaged');
  });

  step('reaches the police station, which signs and answers', async () => {
    const police = await demo.arrive('policeStation');
    await police.goTo('协办单');
    await police.choose('待签收');
    await police.openRow(CHILD_MASKED);
    await police.act('签收');
    await police.act('办结并回复', async (dialog) => {
      await police.field('办理结果', dialog).fill('已出警，带离孩子，对父亲开具家庭暴力告诫书。');
    });
    await police.sees('已办结');
    await police.shoot('gv-06-police');
  });

  step('is seen by the township: unsafe, and in need of a doctor', async () => {
    station = await demo.arrive('station');
    await station.goTo('个案');
    await station.openRow(CHILD_MASKED);
    await station.seesHeading(CHILD_MASKED);
    caseUrl = new URL(station.page.url()).pathname;
    await station.shoot('gv-07-station-case');
    await station.act('指派承办', async (dialog) => {
      await station.field('承办单位', dialog).selectOption({ label: '柿园村民委员会' });
      await station.field('承办人', dialog).selectOption({ label: '田小满' });
    });
    await station.button('登记安全核查').click();
    await station.seesHeading('登记安全核查');
    await station.button('现在').click();
    await station.answer('见到孩子了吗', '是');
    await station.answer('和孩子单独说话了吗', '是');
    await station.answer('需要就医吗', '是');
    await station.field('看到的伤情').fill('左臂肿胀，背部有淤青。');
    await station.answer('安全结论', '不安全');
    await station.field('理由').fill('父亲随时会回来，家里没有别的大人。');
    await station.field('孩子自己的意见').fill('想先离开家一段时间。');
    await station.shoot('gv-08-safety-check');
    await station.button('登记安全核查').click();
    await station.sees('已完成：登记安全核查');
    await station.shoot('gv-09-after-check');
  });

  step('sees a doctor before it is placed anywhere', async () => {
    civil = await demo.arrive('civil');
    await civil.open(caseUrl);
    await civil.button(RESPONSE).click();
    await civil.sees(/先医后置：孩子需要就医/u);
    await civil.shoot('gv-10-doctor-first');
    await intake.open(caseUrl);
    await intake.shoot('gv-11-intake-case');
    await intake.button('登记就医').click();
    await intake.seesHeading('登记就医');
    expect(await faultsOf(intake)).toEqual([]);
    await intake.button('现在').click();
    await intake.field('医院').fill('平新县人民医院急诊科');
    await intake.field('诊断或检查结果').fill('软组织挫伤，无骨折');
    await intake.field('由谁同意就医').selectOption({ label: '公安机关' });
    await intake.field('费用由谁承担').selectOption({ label: '民政救助、财政' });
    await intake.shoot('gv-12-medical');
    await intake.button('登记就医').click();
    await intake.sees('已完成：登记就医');
    await intake.sees('软组织挫伤，无骨折');
  });

  step('comes into custody and into the shelter by civil affairs', async () => {
    await civil.open(caseUrl);
    await civil.fromMenu(RESPONSE, '决定临时监护');
    await civil.seesHeading('决定临时监护');
    expect(await faultsOf(civil)).toEqual([]);
    await civil.tick(/^未成年人遭受监护人严重伤害/u);
    await civil.sees('监护人可能就是危险来源');
    await civil.field('事实').fill('父亲多次殴打，家中没有别人可以照料。');
    await civil.field('孩子自己的意见').fill('同意。');
    await civil.answer('已经告知监护人吗', '否');
    await civil.field('为什么不告知').fill('父亲是危险来源，暂不告知。');
    await civil.shoot('gv-13-custody');
    await civil.button('决定临时监护').click();
    await civil.sees('已完成：决定临时监护');
    await civil.fromMenu(RESPONSE, '安置孩子');
    await civil.seesHeading('安置孩子');
    await civil.answer('安置方式', '未成年人救助保护机构');
    await civil.field('接收单位').selectOption({ label: SHELTER });
    await civil.field('住址').fill(ADDRESS);
    await civil.field('为什么安置在这里').fill('没有合适的亲属可以照料。');
    await civil.field('孩子自己的意见').fill('可以。');
    expect(await faultsOf(civil)).toEqual([]);
    await civil.shoot('gv-14-place');
    await civil.button('安置孩子').click();
    await civil.sees('已完成：安置孩子');
    await civil.sees(ADDRESS);
    expect(await faultsOf(civil)).toEqual([]);
    await civil.open(`${caseUrl}?tab=care`);
    await civil.sees(ADDRESS);
    await civil.shoot('gv-15-care-tab', 'care.png');
  });

  step('is handed over to the shelter, which records the paper', async () => {
    shelter = await demo.arrive('shelter');
    await shelter.shoot('gv-16-shelter-home');
    await shelter.open(`${caseUrl}?tab=care`);
    await shelter.sees(ADDRESS);
    await shelter.shoot('gv-17-shelter-case');
    await shelter.fromMenu(RESPONSE, '登记护送交接');
    await shelter.seesHeading('登记护送交接');
    await shelter.field('接收方').selectOption({ label: '未成年人救助保护机构' });
    await shelter.field('移交的原因').fill('身体受到严重伤害，监护人拒绝配合。');
    await shelter.answer('附有权利告知书吗', '是');
    await shelter.answer('已经告知监护人吗', '否');
    await fillPaper(shelter, { from: '韩警官', to: '安暖' });
    expect(await faultsOf(shelter)).toEqual([]);
    await shelter.shoot('gv-18-handover');
    await shelter.button('登记护送交接').click();
    await shelter.sees('已完成：登记护送交接');
    await shelter.act(
      '登记公安案件情况说明',
      async (dialog) => {
        await shelter.button('现在', dialog).click();
        await shelter.field('案件办理情况', dialog).selectOption({ label: '已作治安处罚或者出具告诫书' });
        await shelter.field('说明的内容', dialog).fill('已对父亲作出治安处罚。');
        await shelter.shoot('gv-19-police-report');
      },
      RESPONSE,
    );
    await shelter.shoot('gv-20-shelter-done');
  });

  step('is assessed and helped by the township once the emergency is over', async () => {
    await station.open(caseUrl);
    await station.act('结束应急处置', async (dialog) => {
      await station.field('应急处置的结果', dialog).fill('孩子已安置，暂由救助保护中心照料。');
    });
    await station.shoot('gv-21-emergency-over');
    await assessAsSafe(station, 'gv-22-assess');
    await planOneService(station, 'gv-23-plan');
    await station.act('登记服务完成', async (dialog) => {
      await dialog.getByRole('radio').check();
      await station.field('结果', dialog).fill('父亲完成 4 次家庭教育指导，孩子愿意说话了。');
    });
    await station.shoot('gv-24-plan-done');
  });

  step('does not go home before a conference said so', async () => {
    await civil.open(caseUrl);
    await civil.button(RESPONSE).click();
    await civil.sees(/有结论之前，不得把孩子交给监护人/u);
    await civil.shoot('gv-25-no-return-yet');
    await civil.page.keyboard.press('Escape');
    await civil.fromMenu(GUARDIANSHIP, '召集会商');
    await civil.seesHeading('召集会商');
    await civil.field('为什么召集').fill('孩子能否送回。');
    await civil.field('会商时间').fill(thisMinute());
    await civil.field('会商地点').fill('民政局会议室');
    const seat = (number: number) => civil.page.getByRole('group', { name: `参加者 ${number}` });
    await civil.field('单位', seat(1)).selectOption({ label: '平新县司法局' });
    await civil.field('是谁', seat(2)).fill('外祖母');
    expect(await faultsOf(civil)).toEqual([]);
    await civil.shoot('gv-26-convene');
    await civil.button('召集会商').click();
    await civil.sees('已完成：召集会商');
    await civil.shoot('gv-27-convened');
    await civil.button('登记会商结论').click();
    await civil.seesHeading('登记会商结论');
    const came = civil.page.getByRole('group', { name: /：到场了吗$/u });
    for (const seated of await came.all())
      await seated.getByRole('radio', { name: '是', exact: true }).check();
    for (const opinion of await civil.page.getByLabel(/的意见$/u).all()) {
      if ((await opinion.inputValue()) === '') await opinion.fill('同意送回。');
    }
    await civil.field('会商认定的事实').fill('父亲已戒酒，接受了家庭教育指导。');
    await civil.answer('结论', '危险状态已消除，可以送回');
    await civil.answer('危险状态已经消除了吗', '是');
    await civil.answer('监护人能履行监护职责了吗', '是');
    await civil.field('理由').fill('危险已消除，监护人能够履职。');
    await civil.field('孩子自己的意见').fill('想回家看看。');
    expect(await faultsOf(civil)).toEqual([]);
    await civil.shoot('gv-28-conclude');
    await civil.button('登记会商结论').click();
    await civil.sees('已完成：登记会商结论');
    await civil.sees('危险状态已消除，可以送回');
    expect(await faultsOf(civil)).toEqual([]);
    await civil.open(`${caseUrl}?tab=conferences`);
    await civil.sees('危险状态已消除，可以送回');
    await civil.shoot('gv-29-conference', 'conference.png');
  });

  step('goes home after a notice and a promise', async () => {
    await civil.act('通知监护人领回', async (dialog) => {
      await civil.button('现在', dialog).click();
      await civil.field('通知了哪位监护人', dialog).fill(GUARDIAN);
      await civil.field('领回的条件', dialog).fill('不再饮酒打骂，按时参加家庭教育指导。');
      await civil.field('送回后怎么回访', dialog).fill('第7日、第30日回访，此后每季度一次。');
      await civil.field('孩子自己的意见', dialog).fill('愿意回家看看。');
      await civil.shoot('gv-30-notify');
    });
    await civil.button('送回监护人').click();
    await civil.seesHeading('送回监护人');
    await fillPaper(civil, { from: '安暖', to: GUARDIAN });
    await civil.field('监护人的承诺').fill('保证不再打孩子，接受回访。');
    expect(await faultsOf(civil)).toEqual([]);
    await civil.shoot('gv-31-return');
    await civil.button('送回监护人').click();
    await civil.sees('已完成：送回监护人');
    await civil.shoot('gv-32-home');
    await civil.open(caseUrl);
    await civil.sees(CHILD_MASKED);
    await civil.shoot('gv-33-case-page', 'case-returned.png');
  });

  step('is visited by the village director, who never learns where it was', async () => {
    director = await demo.arrive('director', { phone: true });
    await director.open(`${caseUrl}?tab=care`);
    await director.sees('送回监护人');
    expect(await director.page.getByRole('main').innerText()).not.toMatch(/安康路|急诊科|救助保护中心/u);
    expect(await faultsOf(director)).toEqual([]);
    await director.shoot('gv-34-director-care');
    await director.open(caseUrl);
    await director.button('登记走访').click();
    await director.seesHeading('登记走访');
    await director.answer('走访类型', '跟踪回访');
    await director.answer('见到孩子了吗', '是');
    await director.answer('和孩子单独说话了吗', '是');
    await director.answer('监护人在场吗', '否');
    for (const item of ['生活', '监护', '就学', '健康', '心理', '安全', '居住', '社交'])
      await director.answer(item, '正常');
    await director.shoot('gv-35-director-visit');
    await director.button('登记走访').click();
    await director.sees('已完成：登记走访');
    await director.seesHeading(/^跟踪回访 · /u);
    await director.shoot('gv-36-director-visited');
  });

  step('is closed up the line: the village asks, the township endorses, a second officer signs', async () => {
    await intake.open(reportUrl);
    await intake.act('向报告人反馈', async (dialog) => {
      await intake.field('反馈内容', dialog).fill('您的报告已受理，有关部门正在办理。');
    });
    await intake.open(`${caseUrl}?tab=orders`);
    await intake.seesHeading('协办单');
    for (const path of await openOrders(intake)) {
      await intake.open(path);
      await intake.seesHeading(/协办单|协作函/u);
      await recordReturn(intake, '对方已签收');
      await intake.sees('办理中');
      await recordReturn(intake, '对方已办结');
      await intake.sees('已办结');
    }
    await director.open(caseUrl);
    await director.sees(CHILD_MASKED);
    await director.shoot('gv-37-director-case');
    await director.button('申请结案').click();
    await director.seesHeading('申请结案');
    await director.answer('结案原因', '风险已消除，目标已达成');
    await director.field('结案说明').fill('孩子已回家，父亲履行承诺，安排回访。');
    await director.field('孩子自己的意见').fill('同意。');
    for (const box of await director.section('结案清单').getByRole('checkbox').all()) await box.check();
    expect(await faultsOf(director)).toEqual([]);
    await director.shoot('gv-38-director-closing');
    await director.button('申请结案').click();
    await director.sees('等待审批');
    await station.open(caseUrl);
    await station.act('审核结案申请', async (dialog) => {
      await station.field('审核意见', dialog).fill('情况属实，同意。');
      await station.shoot('gv-39-endorse');
    });
    const second = await demo.arrive('secondIntake');
    await second.open(caseUrl);
    await second.shoot('gv-40-second-officer');
    await second.act('同意结案');
    await second.sees('已结案');
    await second.shoot('gv-41-closed');
  });

  step('is answered to the doctor, who reads nothing of the family', async () => {
    await intake.open(reportUrl);
    await intake.act('反馈办理结果', async (dialog) => {
      await intake.field('反馈内容', dialog).fill(ANSWER);
    });
    await doctor.open(reportUrl);
    await doctor.sees(ANSWER);
    await doctor.sees('已办结');
    const page = await doctor.page.getByRole('main').innerText();
    expect(page).not.toMatch(/安康路|救助保护中心|会商|临时监护|送回|承诺|戒酒|田小满|GA\d|ZX\d/u);
    expect(await faultsOf(doctor)).toEqual([]);
    await doctor.shoot('gv-42-doctor-answer');
    await doctor.open(caseUrl);
    await doctor.settle();
    expect(await doctor.page.getByText(CHILD_MASKED).count()).toBe(0);
    await doctor.shoot('gv-43-doctor-no-case');
  });

  it('leaves no error in the browser', () => {
    expect(demo.complaints).toEqual([]);
  });
});
