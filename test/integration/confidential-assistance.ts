import type { Client, Who } from '../support/test-app';
import type { Body } from './api-bodies';

/** What a case is told with: who signs in, which case, how a secret is made, and bodies that hold. */
export interface Telling {
  readonly as: (who: Who) => Promise<Client>;
  readonly caseId: string;
  readonly secret: (name: string) => string;
  readonly sound: Readonly<Record<string, Body>>;
}

/** Assessment, plan, services, guidance and review, with a secret in every field that takes words. */
export async function assistFor(telling: Telling): Promise<void> {
  const { as, caseId, secret, sound } = telling;
  const [station, director] = [await as('station'), await as('director')];
  const act = (client: Client, action: string, body: Record<string, unknown>) =>
    client.ok<{ services: { id: string }[] }>(`/cases/${caseId}/actions/${action}`, body);
  await act(station, 'assess', {
    ...sound.Assessments_assess,
    narrative: secret('assessment narrative'),
    childOpinion: secret('assessment child opinion'),
  });
  const planned = await act(station, 'make-plan', {
    ...sound.Assistance_makePlan,
    goals: [
      {
        goal: secret('plan goals'),
        measures: secret('plan measures'),
        owner: secret('plan owner'),
        resources: secret('plan resources'),
        dueOn: '2026-11-30',
      },
    ],
    emergencyPlan: secret('plan emergency'),
    familyView: secret('plan family'),
    childInformed: false,
    notInformedReason: secret('plan not informed'),
    childOpinion: secret('plan child opinion'),
    services: [
      { supportType: 'GUARDIAN_SUPPORT', provider: secret('service provider'), dueOn: '2026-11-01' },
      { supportType: 'PSYCHOLOGY', provider: secret('other provider'), dueOn: '2026-11-01' },
    ],
  });
  const [serviceId = '', otherId = ''] = planned.services.map(({ id }) => id);
  await act(director, 'record-guidance', {
    heldOn: '2026-09-15',
    minutes: 45,
    method: 'home',
    topic: secret('guidance topic'),
    guardianResponse: secret('guidance response'),
    next: secret('guidance next'),
    serviceId,
  });
  await act(station, 'review-plan', {
    decision: 'continue',
    progress: {
      [serviceId]: { rating: 'good', note: secret('review note') },
      [otherId]: { rating: 'unneeded' },
    },
    changes: secret('review changes'),
    reason: secret('review reason'),
    childOpinion: secret('review child opinion'),
  });
  await act(director, 'complete-service', { serviceId, result: secret('service result') });
  await act(station, 'cancel-service', { serviceId: otherId, reason: secret('service cancelled') });
  await proposePlan(telling);
  await lowerGuard(telling);
}

/** An assessment that lowers the risk is confirmed, and the urgency follows. */
async function lowerGuard({
  as,
  caseId,
  secret,
  sound: { Assessments_assess: sound },
}: Telling): Promise<void> {
  const [station, civil] = [await as('station'), await as('civil')];
  const at = `/cases/${caseId}/actions`;
  const answers = { ...(sound?.answers as Record<string, string>), ALONE: 'yes' };
  await station.ok(`${at}/assess`, { ...sound, answers });
  const { assessments } = await station.ok<{ assessments: { id: string; state: string }[] }>(
    `${at}/assess`,
    sound,
  );
  const assessmentId = assessments.find(({ state }) => state === 'proposed')?.id;
  await civil.ok(`${at}/confirm-assessment`, {
    assessmentId,
    agree: true,
    reason: secret('assessment confirmed'),
  });
  await civil.ok(`${at}/change-urgency`, { urgency: 'U3', reason: secret('urgency lowered') });
}

/** A village's draft that is sent back, and one that is approved. */
async function proposePlan({
  as,
  caseId,
  secret,
  sound: { Assistance_makePlan: plan },
}: Telling): Promise<void> {
  const [station, director] = [await as('station'), await as('director')];
  const at = `/cases/${caseId}/actions`;
  await director.ok(`${at}/make-plan`, plan);
  await station.ok(`${at}/return-plan`, { reason: secret('plan returned') });
  const { services } = await director.ok<{ services: { id: string; state: string }[] }>(
    `${at}/make-plan`,
    plan,
  );
  await station.ok(`${at}/approve-plan`, { note: secret('plan approved') });
  const serviceId = services.find(({ state }) => state === 'draft')?.id;
  await director.ok(`${at}/complete-service`, { serviceId, result: '已完成。' });
}
