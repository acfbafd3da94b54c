/** Finds parties by name. A final stop does not count: the remarks' own closing stop swallows it. */
export class NameIndex {
  private readonly uids = new Map<string, string | null>()

  /** Adds a name of a party; one that two bear finds neither. */
  add(name: string, uid: string): void {
    const key = nameKey(name)
    this.uids.set(key, this.uids.has(key) && this.uids.get(key) !== uid ? null : uid)
  }

  /** The one party of that name; where none has it, the one party of that alias. */
  find(name: string, aliases?: NameIndex): string | undefined {
    const uid = this.uids.get(nameKey(name))
    return uid === undefined ? aliases?.find(name) : (uid ?? undefined)
  }
}

const nameKey = (name: string) => name.trim().replace(/\.+$/, '').toUpperCase()
