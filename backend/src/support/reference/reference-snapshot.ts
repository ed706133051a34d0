import type {
  Agency,
  CodeName,
  Handler,
  Instrument,
  InstrumentItem,
  Region,
  Scoring,
  Situation,
} from './reference.types';

export interface CodeRow {
  readonly set_code: string;
  readonly code: string;
  readonly name: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface ReferenceRows {
  readonly codes: readonly CodeRow[];
  readonly regions: readonly Region[];
  readonly agencies: readonly Omit<Agency, 'kindName' | 'canBeSupervised'>[];
  readonly handlers: readonly Handler[];
}

/** Sets with a body of their own; screens get them in a shape of their own, or not at all. */
export const SITUATIONS = 'SITUATIONS';
export const INSTRUMENTS = 'INSTRUMENTS';
export const AGENCY_KINDS = 'AGENCY_KINDS';

/** Reference data at one moment, indexed. Immutable: a refresh makes a new one. */
export class ReferenceSnapshot {
  readonly situations: ReadonlyMap<string, Situation>;
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly regions: ReadonlyMap<string, Region>;
  readonly agencies: ReadonlyMap<string, Agency>;
  readonly handlers: readonly Handler[];
  private readonly sets = new Map<string, Map<string, CodeName>>();

  constructor(rows: ReferenceRows) {
    for (const { set_code, code, name, body } of rows.codes) {
      const set = this.sets.get(set_code) ?? new Map<string, CodeName>();
      const note = typeof body.note === 'string' ? { note: body.note } : {};
      this.sets.set(set_code, set.set(code, { code, name, ...note }));
    }
    const bodies = (set: string): CodeRow[] => rows.codes.filter(({ set_code }) => set_code === set);
    this.situations = new Map(bodies(SITUATIONS).map((row) => [row.code, toSituation(row)]));
    this.instruments = new Map(bodies(INSTRUMENTS).map((row) => [row.code, toInstrument(row)]));
    this.regions = new Map(rows.regions.map((region) => [region.code, region]));
    const kinds = new Map(bodies(AGENCY_KINDS).map((row) => [row.code, row]));
    this.agencies = new Map(
      rows.agencies.map((agency) => {
        const kind = kinds.get(agency.kind);
        const canBeSupervised = kind?.body.canBeSupervised !== false;
        return [agency.id, { ...agency, kindName: kind?.name ?? agency.kind, canBeSupervised }];
      }),
    );
    this.handlers = rows.handlers;
  }

  codeName(set: string, code: string): string | undefined {
    return this.sets.get(set)?.get(code)?.name;
  }

  /** The codes of a set in their order; empty for an unknown set. */
  codes(set: string): CodeName[] {
    return [...(this.sets.get(set)?.values() ?? [])];
  }

  /**
   * Agencies of a kind, nearest first: of the place itself, of its township, of the district, then the others. Without a
   * place: those of the whole district first.
   */
  agenciesOfKind(districtCode: string, kind: string, regionCode?: string): Agency[] {
    const way = this.wayUp(regionCode ?? districtCode);
    const distance = (agency: Agency): number => {
      const index = way.indexOf(agency.regionCode);
      return index === -1 ? way.length : index;
    };
    return [...this.agencies.values()]
      .filter((agency) => agency.districtCode === districtCode && agency.kind === kind)
      .sort(
        (a, b) =>
          distance(a) - distance(b) || a.name.localeCompare(b.name, 'zh-CN') || (a.id < b.id ? -1 : 1),
      );
  }

  /** A place and everything above it, from the inside out. */
  private wayUp(regionCode: string): string[] {
    const way: string[] = [];
    for (let code: string | null = regionCode; code !== null && !way.includes(code);) {
      way.push(code);
      code = this.regions.get(code)?.parentCode ?? null;
    }
    return way;
  }
}

function toSituation({ code, name, body }: CodeRow): Situation {
  return {
    code,
    name,
    text: typeof body.text === 'string' ? body.text : name,
    mandatory: body.mandatory === true,
    category: typeof body.category === 'string' ? body.category : 'C6',
    policeRequired: body.policeRequired === true,
    defaultUrgency: (body.defaultUrgency ?? 'U1') as Situation['defaultUrgency'],
  };
}

function toInstrument({ code, name, body }: CodeRow): Instrument {
  const { version, intro, items, bands, unknownFrom, floors } = body;
  const isScored = body.kind === 'score';
  return {
    code,
    title: name,
    version: Number(version),
    intro: typeof intro === 'string' ? intro : '',
    kind: isScored ? 'score' : 'screen',
    scoring: isScored ? ({ bands, unknownFrom, floors } as Scoring) : null,
    items: ((items ?? []) as Partial<InstrumentItem>[]).map((item) => ({
      code: item.code ?? '',
      question: item.question ?? '',
      help: item.help ?? '',
      ifYes: item.ifYes ?? null,
      options: item.options ?? null,
    })),
  };
}
