import { Component } from 'react';
import type { ReactNode } from 'react';
import { toProblem } from '../api';
import type { Problem } from '../api';
import { ProblemAlert } from '../components/ProblemAlert';

/** Keeps the frame standing when a page fails. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { problem: Problem | null }> {
  override state: { problem: Problem | null } = { problem: null };

  static getDerivedStateFromError(error: unknown): { problem: Problem } {
    return { problem: toProblem(error) };
  }

  override render(): ReactNode {
    if (this.state.problem === null) return this.props.children;
    return <ProblemAlert problem={this.state.problem} onRetry={() => window.location.reload()} />;
  }
}
