/** The best so far of many, to know what another must reach to count. */
export class Top {
  private readonly owners: number[] = []
  private readonly values: number[] = []
  private readonly size: number

  /** @param size how many count */
  constructor(size: number) {
    this.size = size
  }

  /** What the last of the best reaches; 0 while there is room. */
  floor = 0

  /** Notes that `owner` reaches `value`, at least 0; its best counts. */
  put(owner: number, value: number): void {
    const known = this.owners.indexOf(owner)
    if (known >= 0) {
      if (value <= this.values[known]!) return
      this.values[known] = value
    } else if (this.owners.length < this.size) {
      this.owners.push(owner)
      this.values.push(value)
    } else {
      const last = this.values.indexOf(this.floor)
      if (value <= this.floor || last < 0) return
      this.owners[last] = owner
      this.values[last] = value
    }
    if (this.owners.length === this.size) this.floor = Math.min(...this.values)
  }
}
