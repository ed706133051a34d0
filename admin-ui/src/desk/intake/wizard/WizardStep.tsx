import type { StepKey } from './report-form';
import { ChildrenStep } from './ChildrenStep';
import { DangerStep } from './DangerStep';
import { ExclusionStep, ReporterStep, SituationsStep, WhatStep, WhereStep } from './QuestionSteps';
import { ReviewStep } from './ReviewStep';
import { SuspectsStep } from './SuspectsStep';

/** The questions of a step. */
export function WizardStep({ step, goTo }: { step: StepKey; goTo: (at: number) => void }) {
  switch (step) {
    case 'danger':
      return <DangerStep />;
    case 'situations':
      return <SituationsStep />;
    case 'children':
      return <ChildrenStep />;
    case 'what':
      return <WhatStep />;
    case 'where':
      return <WhereStep />;
    case 'suspects':
      return <SuspectsStep />;
    case 'exclusions':
      return <ExclusionStep />;
    case 'reporter':
      return <ReporterStep />;
    case 'review':
      return <ReviewStep goTo={goTo} />;
  }
}
