import { fieldReader, type LogRecord } from '../records/record.ts'
import { type Fields, isIpv4, isIpv6, numberOf, splitPath, textOf } from './record-values.ts'

/** An object in STIX terms. */
export type Observable = Record<string, unknown>

/** Fills objects from one record; each is there once, under a key that tells its type. */
export class Observables {
  readonly objects = new Map<string, Observable>()
  readonly record: LogRecord

  constructor(record: LogRecord) {
    this.record = record
  }

  image(path: string | undefined): Observable {
    if (path === undefined) return {}
    const file = this.file(path, undefined)
    // STIX 2.0 has it as "binary_ref", and a name of the process itself.
    return { name: splitPath(path).name, image_ref: file, binary_ref: file }
  }

  file(path: string, hashes: Observable | undefined): string {
    const { name, folder } = splitPath(path)
    const parent = folder === undefined ? undefined : this.add({ type: 'directory', path: folder })
    const key = `file:${path}`
    const file = this.objects.get(key) ?? { type: 'file', name, ...this.some('parent_directory_ref', parent) }
    if (hashes) file.hashes = hashes
    const size = numberOf(this.value('fileinfo.size') ?? this.value('file.size'))
    if (size !== undefined) file.size = size
    this.objects.set(key, file)
    return key
  }

  address(text: string | undefined): string | undefined {
    if (text === undefined) return undefined
    if (isIpv4(text)) return this.add({ type: 'ipv4-addr', value: text })
    return isIpv6(text) ? this.add({ type: 'ipv6-addr', value: text }) : undefined
  }

  domain(text: string | undefined): string | undefined {
    const name = text?.replace(/:\d+$/, '').replace(/\.$/, '')
    if (name === undefined || !/^[\w-]+(?:\.[\w-]+)+$/.test(name) || isIpv4(name)) return undefined
    return this.add({ type: 'domain-name', value: name })
  }

  email(text: string | undefined): string | undefined {
    const value = text === undefined ? undefined : /[^\s<>,;"]+@[^\s<>,;"]+/.exec(text)?.[0]
    return value === undefined ? undefined : this.add({ type: 'email-addr', value })
  }

  account(text: string | undefined): string | undefined {
    if (text === undefined || text === '-') return undefined
    const login = text.slice(text.lastIndexOf('\\') + 1)
    return this.add({
      type: 'user-account',
      user_id: text,
      account_login: login,
      ...(login.includes('@') && { display_name: login }),
    })
  }

  add(object: Observable): string {
    const own = object.value ?? object.path ?? object.key ?? object.user_id
    const key = own === undefined ? `${object.type}:${this.objects.size}` : `${object.type}:${own}`
    if (!this.objects.has(key)) this.objects.set(key, object)
    return key
  }

  value(name: string): unknown {
    const { fields, class: logClass } = this.record
    return (
      fields[name] ??
      (name.includes('.') || logClass.aliases?.[name] ? reader(name, logClass.aliases)(fields) : undefined)
    )
  }

  text(...names: readonly string[]): string | undefined {
    for (const name of names) {
      const text = textOf(this.value(name))
      if (text !== undefined) return text
    }
    return undefined
  }

  port(...names: readonly string[]): number | undefined {
    for (const name of names) {
      const port = numberOf(this.value(name))
      if (port !== undefined) return port
    }
    return undefined
  }

  some(name: string, value: unknown): Observable {
    return value === undefined ? {} : { [name]: value }
  }
}

const readers = new WeakMap<object, Map<string, (fields: Fields) => unknown>>()
const plain = {}

function reader(name: string, aliases: LogRecord['class']['aliases']): (fields: Fields) => unknown {
  const owner = aliases ?? plain
  let known = readers.get(owner)
  if (!known) {
    known = new Map()
    readers.set(owner, known)
  }
  let read = known.get(name)
  if (!read) {
    read = fieldReader(name, aliases)
    known.set(name, read)
  }
  return read
}
