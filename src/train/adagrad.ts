/**
 * A sparse weight vector under AdaGrad (Duchi, Hazan and Singer 2011) with lazy L2: what every trainer here shares.
 * Deterministic: the same updates in the same order give the same weights.
 */
export class AdaGrad {
  private readonly weight = new Map<string, number>();
  private readonly squares = new Map<string, number>();

  constructor(
    private readonly rate = 0.1,
    private readonly l2 = 1e-6,
  ) {}

  get(feature: string): number {
    return this.weight.get(feature) ?? 0;
  }

  /** The sum of the weights of features that are present. */
  score(features: readonly string[]): number {
    let sum = 0;
    for (const feature of features) sum += this.weight.get(feature) ?? 0;
    return sum;
  }

  /** Step down the gradient of the loss by one feature. */
  update(feature: string, gradient: number): void {
    const w = this.weight.get(feature) ?? 0;
    const g = gradient + this.l2 * w;
    const squares = (this.squares.get(feature) ?? 0) + g * g;
    this.squares.set(feature, squares);
    this.weight.set(feature, w - (this.rate * g) / (Math.sqrt(squares) + 1e-8));
  }

  /** Weights of at least `floor` in size, rounded to `decimals`, sorted by name: what goes into a model file. */
  export(floor = 0.01, decimals = 3): Record<string, number> {
    const out: Record<string, number> = {};
    for (const name of [...this.weight.keys()].sort()) {
      const value = Number((this.weight.get(name) as number).toFixed(decimals));
      if (Math.abs(value) >= floor) out[name] = value;
    }
    return out;
  }
}

/** A yes-or-no example: the features that are present. */
export interface Example {
  readonly features: readonly string[];
  readonly yes: boolean;
  readonly weight?: number;
}

/** A small seeded generator (mulberry32): numbers in [0, 1), the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Fisher–Yates with {@link seeded}, in place. */
export function shuffle<T>(items: { readonly length: number; [i: number]: T }, seed: number): void {
  const random = seeded(seed);
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
}

/** The same of a copy. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const out = [...items];
  shuffle(out, seed);
  return out;
}

/** Binary logistic regression by AdaGrad. */
export function trainBinary(
  examples: readonly Example[],
  options: { epochs?: number; rate?: number; l2?: number } = {},
): AdaGrad {
  const model = new AdaGrad(options.rate ?? 0.2, options.l2 ?? 1e-6);
  for (let epoch = 0; epoch < (options.epochs ?? 5); epoch++) {
    for (const { features, yes, weight = 1 } of shuffled(examples, epoch + 1)) {
      const p = 1 / (1 + Math.exp(-model.score(features)));
      const gradient = (p - (yes ? 1 : 0)) * weight;
      if (Math.abs(gradient) < 1e-4) continue;
      for (const feature of features) model.update(feature, gradient);
    }
  }
  return model;
}
