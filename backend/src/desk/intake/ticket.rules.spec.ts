import { DEADLINE_RULES } from '@tonghu/seeds/reference';
import { opensFor, TICKET_MATTER_CODES, TICKET_STEPS, type TicketStep } from './ticket.rules';

const STEPS = Object.entries<TicketStep>(TICKET_STEPS);

describe('the steps of tickets and petitions', () => {
  it('open only numbers that the registry knows, whatever is answered', () => {
    for (const [code, step] of STEPS)
      for (const matter of TICKET_MATTER_CODES)
        for (const urgent of [true, false])
          for (const { rule, variant } of opensFor(step, { matter, urgent })) {
            const known = DEADLINE_RULES.find(({ id }) => id === rule);
            const names = (known?.further ?? []).map(({ name }) => name);
            expect([code, variant === null || names.includes(variant)]).toEqual([code, true]);
          }
  });

  it('stop by one step whatever they open by another', () => {
    const key = (rule: string, variant: string | null): string => `${rule} ${variant ?? ''}`;
    const opened = new Set(
      STEPS.flatMap(([, step]) =>
        TICKET_MATTER_CODES.flatMap((matter) =>
          opensFor(step, { matter }).map((c) => key(c.rule, c.variant)),
        ),
      ),
    );
    const stopped = (name: string): boolean =>
      STEPS.some(
        ([, { stops = [], alsoStops = [] }]) =>
          stops.some(({ rule, variant }) => key(rule, variant) === name) ||
          alsoStops.some((rule) => name.startsWith(`${rule} `)),
      );
    expect([...opened].filter((name) => !stopped(name))).toEqual([]);
    expect(opened.size).toBe(9);
  });

  it('name their source', () => {
    for (const [, { source }] of STEPS) expect(source).toMatch(/\((V|Vp)\)/);
  });
});
