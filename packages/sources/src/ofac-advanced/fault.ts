/** A record that can't be read. The reason names the kind of fault only, so that faults can be counted by it. */
export class RecordFault extends Error {
  override readonly name = 'RecordFault'
  readonly detail: string

  constructor(reason: string, detail: string) {
    super(reason)
    this.detail = detail
  }
}
