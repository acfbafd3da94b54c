import { canonicalIndicator, hostOfUrl, type IndicatorKind } from '@cordon/model'
import { type Cidr, isInCidr, parseCidr } from '../sigma/cidr.ts'
import { compileRegex } from '../sigma/regex.ts'

/** A list of values that are harmless by themselves, in the form of MISP's warning lists. */
export interface WarningList {
  readonly name: string
  readonly description?: string
  readonly version?: string
  /** How MISP compares: `string`, `hostname`, `cidr`, `substring`, `regex`. */
  readonly type: string
  readonly list: readonly string[]
}

/** Where a value stands on a warning list. */
export interface Warning {
  readonly list: string
  readonly version?: string
  /** The entry that was met. */
  readonly entry: string
  /** The value itself is listed: it is set aside. Otherwise only what stands around it is, which is a note. */
  readonly setsAside: boolean
  /** One sentence for a person. */
  readonly reason: string
}

interface Entry {
  readonly list: number
  readonly text: string
}

/**
 * Warning lists, by which widely used values are set aside. A name is set aside only where it is listed itself: a list of
 * dynamic-DNS suffixes that holds `duckdns.org` says nothing against `pay1oad.duckdns.org`. MISP's own comparison of
 * `hostname` and `substring` lists would drop it.
 * @see https://github.com/MISP/misp-warninglists
 */
export class WarningLists {
  private readonly lists: WarningList[] = []
  private readonly exact = new Map<string, Entry>()
  private readonly networks: { readonly cidr: Cidr; readonly entry: Entry }[] = []
  private readonly wholes: { readonly test: (text: string) => boolean; readonly entry: Entry }[] = []
  /** Entries that could not be taken, each with its reason. */
  readonly rejects: { readonly list: string; readonly entry: string; readonly reason: string }[] = []

  constructor(lists: Iterable<WarningList> = []) {
    for (const list of lists) this.add(list)
  }

  get size(): number {
    return this.lists.length
  }

  add(list: WarningList): void {
    const number = this.lists.push(list) - 1
    for (const text of list.list) this.addEntry(list, { list: number, text: String(text) })
  }

  /**
   * Why a value may be harmless: the entry that it is itself, then those that it stands under.
   * @param value canonical
   */
  check(kind: IndicatorKind, value: string): Warning[] {
    const found = this.itself(kind, value)
    const host =
      kind === 'url' || kind === 'socket'
        ? hostOfUrl(value)
        : kind === 'email'
          ? value.slice(value.indexOf('@') + 1)
          : undefined
    if (host !== undefined) {
      for (const one of this.itself(/^[\d.]+$/.test(host) ? 'ipv4' : 'domain', host))
        found.push(this.note(one, `its host ${host} is on it; the value itself is not`))
      this.under(host, found)
    } else if (kind === 'domain') this.under(value, found)
    return found
  }

  private addEntry(list: WarningList, entry: Entry): void {
    const text = entry.text.trim()
    const refuse = (reason: string) =>
      this.rejects.push({ list: list.name, entry: text.slice(0, 200), reason })
    if (list.type === 'regex') {
      const found = /^\/(.*)\/([ims]*)$/s.exec(text)
      try {
        const regex = compileRegex(`^(?:${found?.[1] ?? text})$`, new Set(found?.[2] ?? ''), list.name)
        this.wholes.push({ test: (value) => regex.test(value), entry })
      } catch (error) {
        refuse((error as Error).message)
      }
      return
    }
    const cidr = parseCidr(text)
    if (cidr && cidr.prefix < cidr.bits) this.networks.push({ cidr, entry })
    else if (list.type === 'cidr' && !cidr) refuse('neither an address nor a network')
    else if (text === '') refuse('an empty entry')
    else this.exact.set(keyOf(text), entry)
  }

  private itself(kind: IndicatorKind, value: string): Warning[] {
    const found: Warning[] = []
    const listed = this.exact.get(value) ?? this.exact.get(value.toLowerCase())
    if (listed) found.push(this.warning(listed, `${value} itself is on it`))
    if (kind === 'ipv4' || kind === 'ipv6') {
      const [address, prefix] = value.split('/')
      for (const { cidr, entry } of this.networks)
        if ((prefix === undefined || Number(prefix) >= cidr.prefix) && isInCidr(cidr, address!))
          found.push(this.warning(entry, `${value} lies in ${entry.text}`))
    }
    for (const { test, entry } of this.wholes)
      if (test(value)) found.push(this.warning(entry, `the whole of ${value} meets ${entry.text}`))
    return found
  }

  private under(host: string, found: Warning[]): void {
    for (let dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
      const entry = this.exact.get(host.slice(dot + 1))
      if (entry)
        found.push(
          this.note(
            this.warning(entry, ''),
            `${host} stands under ${entry.text}, which many share; the full name is not listed`,
          ),
        )
    }
  }

  private warning({ list, text }: Entry, how: string): Warning {
    const { name, version } = this.lists[list]!
    return {
      list: name,
      ...(version !== undefined && { version }),
      entry: text,
      setsAside: true,
      reason: `${name}: ${how}`,
    }
  }

  private note({ list, version, entry }: Warning, how: string): Warning {
    return {
      list,
      ...(version !== undefined && { version }),
      entry,
      setsAside: false,
      reason: `${list}: ${how}`,
    }
  }
}

/** Entries are written as addresses, names, or names with a leading dot. */
function keyOf(text: string): string {
  const bare = text.replace(/^\*?\./, '')
  return (
    canonicalIndicator('ipv4', bare) ??
    canonicalIndicator('ipv6', bare) ??
    canonicalIndicator('domain', bare) ??
    (/^https?:\/\//i.test(bare) ? canonicalIndicator('url', bare) : undefined) ??
    bare.toLowerCase()
  )
}
