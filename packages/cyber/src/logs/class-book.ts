import type { LogClass } from '../records/record.ts'

const maxClasses = 20_000

/** Keeps one class object for each kind of records, as the engine wants it. Kinds that data names are kept up to a bound. */
export class ClassBook {
  private readonly classes = new Map<string, LogClass>()

  /** The class under a key, made where it is new. */
  of(key: string, make: () => Omit<LogClass, 'key'>): LogClass {
    const known = this.classes.get(key)
    if (known) return known
    const made = { key, ...make() }
    if (this.classes.size < maxClasses) this.classes.set(key, made)
    return made
  }
}
