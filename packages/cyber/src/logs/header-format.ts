import type { LogClass, LogRecord } from '../records/record.ts'
import { parseTime } from '../records/time.ts'
import type { ClassBook } from './class-book.ts'
import { webAliases } from './field-maps.data.ts'
import type { JsonRecords } from './json-sources.ts'

/**
 * Logs whose comment lines say what the columns are: Zeek's TSV (`#separator`, `#path`, `#fields`, `#types`) and W3C's
 * extended log format (`#Software`, `#Fields`; IIS, Windows Firewall, proxies).
 */
export class HeaderFormat {
  private separator: string | RegExp = '\t'
  private setSeparator = ','
  private empty = '(empty)'
  private unset = '-'
  private columns: readonly string[] = []
  private types: readonly string[] = []
  private software = ''
  private date = ''
  private isZeek = false
  private logClass: LogClass | undefined
  private readonly json: JsonRecords
  private readonly book: ClassBook

  constructor(json: JsonRecords, book: ClassBook) {
    this.json = json
    this.book = book
  }

  /** Whether the columns are known, so that lines can be read. */
  get isOpen(): boolean {
    return this.columns.length > 0
  }

  /** Takes a line that begins with `#`. False where it says nothing of this kind. */
  comment(text: string): boolean {
    const zeek =
      /^#(separator|set_separator|empty_field|unset_field|path|fields|types|open|close)(?:[ \t]|$)(.*)$/.exec(
        text,
      )
    if (zeek) {
      this.takeZeek(zeek[1]!, zeek[2]!)
      return true
    }
    const w3c = /^#(Software|Version|Date|Fields|Start-Date|End-Date|Remark):\s*(.*)$/i.exec(text)
    if (!w3c) return false
    const [, name = '', value = ''] = w3c
    if (/^software$/i.test(name)) this.software = value
    else if (/date$/i.test(name)) this.date = value.slice(0, 10)
    else if (/^fields$/i.test(name)) {
      this.columns = value.trim().split(/\s+/)
      this.isZeek = false
      this.separator = ' '
      this.unset = '-'
      this.logClass = this.w3cClass()
    }
    return true
  }

  /** A line as a record; a reason in words where the columns don't fit. */
  record(text: string, where: string): LogRecord | string {
    const cells = this.isZeek ? text.split(this.separator) : cellsOf(text)
    if (cells.length !== this.columns.length)
      return `${cells.length} columns where the header names ${this.columns.length}`
    const fields: Record<string, unknown> = {}
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i]!
      if (cell === this.unset) continue
      fields[this.columns[i]!] = this.isZeek ? this.zeekValue(cell, this.types[i]) : cell
    }
    const time = this.isZeek ? fields.ts : `${fields.date ?? this.date}T${fields.time ?? '00:00:00'}`
    const at = parseTime(time)
    const host = this.isZeek ? fields['id.orig_h'] : (fields['s-computername'] ?? fields['x-computername'])
    if (!this.isZeek) nameTarget(fields)
    return {
      class: this.logClass!,
      fields,
      where,
      ...(at !== undefined && { time: at }),
      ...(typeof host === 'string' && { host: host.toLowerCase() }),
    }
  }

  private takeZeek(name: string, value: string): void {
    const plain = (text: string) =>
      text.replace(/\\x([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    if (name === 'separator') this.separator = plain(value.trim()) || '\t'
    else if (name === 'set_separator') this.setSeparator = value || ','
    else if (name === 'empty_field') this.empty = value
    else if (name === 'unset_field') this.unset = value
    else if (name === 'types') this.types = value.split(this.separator)
    else if (name === 'path') this.logClass = this.json.zeekClass(value)
    else if (name === 'fields') {
      this.isZeek = true
      this.columns = value.split(this.separator)
      this.logClass ??= this.json.zeekClass('')
    }
  }

  private zeekValue(cell: string, type: string | undefined): unknown {
    if (type === undefined) return cell
    if (/^(set|vector)/.test(type)) return cell === this.empty ? [] : cell.split(this.setSeparator)
    if (cell === this.empty) return ''
    if (type === 'time' || type === 'interval' || type === 'double') return Number(cell)
    if (type === 'count' || type === 'int' || type === 'port') return Number(cell)
    return type === 'bool' ? cell === 'T' : cell
  }

  private w3cClass(): LogClass {
    const isFirewall = /firewall/i.test(this.software)
    const isServer =
      /internet (information|services)|exchange/i.test(this.software) || this.columns.includes('s-sitename')
    const kind = isFirewall ? 'firewall' : isServer ? 'webserver' : 'proxy'
    const names = isFirewall
      ? [{ name: 'firewall' }]
      : isServer
        ? [{ name: 'webserver' }]
        : [{ name: 'proxy' }, { name: 'webserver' }]
    return this.book.of(`w3c\0${kind}`, () => ({
      ...(kind !== 'proxy' && { product: 'windows' }),
      services: isServer ? ['iis'] : [],
      categories: names,
      aliases: isFirewall ? firewallAliases : webAliases,
    }))
  }
}

const firewallAliases = {
  src_ip: ['src-ip'],
  dst_ip: ['dst-ip'],
  src_port: ['src-port'],
  dst_port: ['dst-port'],
}

/** The whole target where only its parts are there, and a query under which the path can be found as well. */
function nameTarget(fields: Record<string, unknown>): void {
  const stem = fields['cs-uri-stem'] ?? fields['cs-uri-path']
  const query = fields['cs-uri-query']
  if (typeof stem !== 'string') return
  const target = typeof query === 'string' ? `${stem}${query.startsWith('?') ? '' : '?'}${query}` : stem
  fields['cs-uri'] ??= target
  fields['c-uri'] ??= fields['cs-uri']
  fields['cs-uri-query'] = target
  // IIS writes blanks in the user agent as plus signs.
  for (const name of ['cs(User-Agent)', 'cs-user-agent'])
    if (typeof fields[name] === 'string' && !(fields[name] as string).includes(' '))
      fields[name] = (fields[name] as string).replaceAll('+', ' ')
}

/** Cells between blanks; quoted ones may hold blanks. */
function cellsOf(text: string): string[] {
  if (!text.includes('"')) return text.trim().split(/[ \t]+/)
  return (text.match(/"(?:[^"]|"")*"|\S+/g) ?? []).map((cell) =>
    cell.startsWith('"') && cell.endsWith('"') && cell.length > 1
      ? cell.slice(1, -1).replaceAll('""', '"')
      : cell,
  )
}
