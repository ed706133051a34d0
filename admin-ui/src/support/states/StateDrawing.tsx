import { Paper } from '@mui/material';
import type { StateTable } from '../../api';
import { useText } from '../../i18n/use-text';
import { layersOf } from './layers';

const BOX = { width: 168, height: 40 };
const GAP = { x: 72, y: 20 };

/** The states from left to right, an arrow for each road; the words of the roads stand in the list below. */
export function StateDrawing({ table }: { table: StateTable }) {
  const t = useText();
  const layers = layersOf(table);
  const place = new Map(
    layers.flatMap((layer, column) =>
      layer.map(
        (code, row) =>
          [code, { x: 8 + column * (BOX.width + GAP.x), y: 8 + row * (BOX.height + GAP.y) }] as const,
      ),
    ),
  );
  const roads = new Set(
    table.actions.flatMap(({ from, to }) =>
      from.flatMap((code) => (to === null || code === to ? [] : [`${code} ${to}`])),
    ),
  );
  const width = layers.length * (BOX.width + GAP.x) - GAP.x + 16;
  const height = Math.max(...layers.map(({ length }) => length)) * (BOX.height + GAP.y) + 16;
  const label = t('states.drawing', { title: table.title });
  return (
    <Paper variant="outlined" sx={{ overflowX: 'auto', mb: 2 }} tabIndex={0} role="region" aria-label={label}>
      <svg width={width} height={height} role="img" aria-label={label}>
        <marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
          <path d="M0 0 8 4 0 8z" fill="#5f6b76" />
        </marker>
        {[...roads].map((road) => (
          <path key={road} d={lineOf(road, place)} fill="none" stroke="#5f6b76" markerEnd="url(#head)" />
        ))}
        {table.states.map(({ code, label: name, final }) => {
          const at = place.get(code) ?? { x: 0, y: 0 };
          return (
            <g key={code} transform={`translate(${at.x} ${at.y})`}>
              <rect {...BOX} rx={final ? 20 : 4} fill="#fff" stroke="#1f4e79" strokeWidth={final ? 3 : 1.5} />
              <text x={BOX.width / 2} y={BOX.height / 2 + 5} textAnchor="middle" fontSize={13}>
                {name}
              </text>
            </g>
          );
        })}
      </svg>
    </Paper>
  );
}

interface Point {
  x: number;
  y: number;
}

/** Forward from side to side; back, or within a column, in a bow on the right or the left. */
function lineOf(road: string, place: ReadonlyMap<string, Point>): string {
  const [a, b] = road.split(' ').map((code) => place.get(code) ?? { x: 0, y: 0 }) as [Point, Point];
  const middle = BOX.height / 2;
  if (b.x > a.x) {
    const [x1, y1, x2, y2] = [a.x + BOX.width, a.y + middle - 5, b.x, b.y + middle - 5];
    return `M${x1} ${y1}C${x1 + 40} ${y1} ${x2 - 40} ${y2} ${x2} ${y2}`;
  }
  if (b.x === a.x) {
    const [x, y1, y2] = [a.x + BOX.width, a.y + middle + 8, b.y + middle + 8];
    return `M${x} ${y1}C${x + 44} ${y1} ${x + 44} ${y2} ${x} ${y2}`;
  }
  const [x1, y1, x2, y2] = [a.x, a.y + middle + 7, b.x + BOX.width, b.y + middle + 7];
  return `M${x1} ${y1}C${x1 - 40} ${y1} ${x2 + 40} ${y2} ${x2} ${y2}`;
}
