import { useState } from 'react';
import { request, toProblem } from '../../../api';
import type { CreateReport, Problem, ReportReceipt } from '../../../api';
import { useInvalidate } from '../../../lib';

interface Sent {
  receipt: ReportReceipt | null;
  problem: Problem | null;
}

/** Files the report; the caller keeps the key, because it must outlive a reload. */
export function useSendReport() {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const invalidate = useInvalidate();
  const run = async (body: CreateReport, idempotencyKey: string): Promise<Sent> => {
    setPending(true);
    setProblem(null);
    try {
      const receipt = await request<ReportReceipt>('/reports', { method: 'POST', body, idempotencyKey });
      invalidate();
      return { receipt, problem: null };
    } catch (error) {
      const failure = toProblem(error);
      setProblem(failure);
      return { receipt: null, problem: failure };
    } finally {
      setPending(false);
    }
  };
  return { run, pending, problem };
}
