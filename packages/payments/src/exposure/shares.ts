/** Where money is taken to come from: a label, and how many hops ago it left it. Negative: from nowhere that is labelled. */
export type Origin = number

/** The origin of money that no label explains. */
export const unlabelled: Origin = -1

/** Packs labels and hops into one number. */
export class Origins {
  /** Hops that are told apart; what is farther counts as `most + 1`. */
  readonly most: number

  constructor(most: number) {
    this.most = most
  }

  of(label: number, hops: number): Origin {
    return label * (this.most + 2) + Math.min(hops, this.most + 1)
  }

  label(origin: Origin): number {
    return Math.floor(origin / (this.most + 2))
  }

  hops(origin: Origin): number {
    return origin % (this.most + 2)
  }

  /** The origin one hop on. */
  next(origin: Origin): Origin {
    return origin === unlabelled || this.hops(origin) > this.most ? origin : origin + 1
  }
}

/** An amount of one origin. */
export interface Part {
  origin: Origin
  amount: bigint
}
