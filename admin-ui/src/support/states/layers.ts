import type { StateTable } from '../../api';

/** States by how many steps they are away from the first one. */
export function layersOf({ states, actions }: StateTable): string[][] {
  const layers: string[][] = [];
  const seen = new Set<string>();
  let layer = states.filter(({ initial }) => initial).map(({ code }) => code);
  while (layer.length > 0) {
    layers.push(layer);
    for (const code of layer) seen.add(code);
    const from = layer;
    const next = actions.flatMap(({ from: before, to }) =>
      to !== null && !seen.has(to) && before.some((code) => from.includes(code)) ? [to] : [],
    );
    layer = [...new Set(next)];
  }
  return layers;
}
