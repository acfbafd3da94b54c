/**
 * Names in the order of what they promise. Reused from query to query: the sort runs over one typed array in which each
 * number holds a name's rank and its place.
 */
export class Ranking {
  /** After `sort`, the names by what they promise, the most first; equal ones in the order they came. */
  names = new Uint32Array(1024)
  count = 0
  private surpluses = new Float64Array(1024)
  private came = new Uint32Array(1024)
  private keys = new Float64Array(1024)

  /** Forgets the last query. */
  begin(): void {
    this.count = 0
  }

  /** Adds a name that promises `surplus` log-odds more than it needs. */
  put(name: number, surplus: number): void {
    if (this.count === this.names.length) this.grow()
    this.came[this.count] = name
    this.surpluses[this.count] = Math.min(most, surplus)
    this.count++
  }

  /** Puts the most promising first. */
  sort(): void {
    for (let k = 0; k < this.count; k++)
      this.keys[k] = Math.round((most - this.surpluses[k]!) / fineness) * places + k
    const keys = this.keys.subarray(0, this.count).sort()
    for (let k = 0; k < this.count; k++) this.names[k] = this.came[keys[k]! % places]!
  }

  /** What the name in place `k` promises, after `sort`; at most by `fineness` too much. */
  surplus(k: number): number {
    return most - (Math.floor(this.keys[k]! / places) - 1) * fineness
  }

  private grow(): void {
    const size = this.names.length * 2
    const [surpluses, came] = [this.surpluses, this.came]
    this.names = new Uint32Array(size)
    this.keys = new Float64Array(size)
    this.surpluses = new Float64Array(size)
    this.surpluses.set(surpluses)
    this.came = new Uint32Array(size)
    this.came.set(came)
  }
}

/** Nothing promises more. */
const most = 60
/** Smallest difference that counts in the order, in log-odds. */
const fineness = 1e-6
/** A power of two above any number of names. */
const places = 2 ** 26
