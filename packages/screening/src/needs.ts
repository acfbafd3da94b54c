/** What the names of each entity must reach for one query, worked out once each. Reused from query to query. */
export class Needs {
  private readonly values: Float64Array
  private readonly rounds: Uint32Array
  private round = 0

  /** @param size number of entities */
  constructor(size: number) {
    this.values = new Float64Array(size)
    this.rounds = new Uint32Array(size)
  }

  /** Forgets the last query. */
  begin(): void {
    if (++this.round < 0xffffffff) return
    this.rounds.fill(0)
    this.round = 1
  }

  /** Notes what entity `at` must reach, in log-odds. */
  set(at: number, need: number): void {
    this.rounds[at] = this.round
    this.values[at] = need
  }

  /** Whether it is known what entity `at` must reach. */
  has(at: number): boolean {
    return this.rounds[at] === this.round
  }

  /** What entity `at` must reach, where it is known. */
  of(at: number): number {
    return this.values[at]!
  }
}
