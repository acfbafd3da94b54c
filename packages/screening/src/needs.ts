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

  /** What entity `at` must reach; `find` tells it the first time. */
  get(at: number, find: (at: number) => number): number {
    if (this.rounds[at] !== this.round) this.set(at, find(at))
    return this.values[at]!
  }
}
