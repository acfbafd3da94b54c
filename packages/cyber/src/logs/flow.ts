import { type Batch, type Bytes, InputError, type Reject } from '@cordon/formats'
import type { Instant } from '@cordon/model'
import type { LogClass, LogRecord } from '../records/record.ts'
import { flowAliases } from './field-maps.data.ts'
import { firewallEvents, protocolNames } from './flow-fields.data.ts'
import { type FlowTemplate, fieldSpan, readTemplates } from './flow-template.ts'
import { addressText, flowValue } from './flow-values.ts'

const flowClass: LogClass = {
  key: 'netflow',
  services: ['netflow'],
  categories: [{ name: 'firewall' }, { name: 'network_connection' }],
  aliases: flowAliases,
}
const maxTemplates = 10_000
const longestMessage = 65_535

/** Where a message came from. */
export interface FlowOrigin {
  /** The exporter's address; empty where it is not known. */
  readonly exporter: string
  readonly where: string
}

interface Head {
  readonly kind: 'netflow9' | 'ipfix'
  /** When it was sent. */
  readonly sent: Instant
  /** Milliseconds since the exporter started; NetFlow 9's times count from there. */
  readonly uptime: number
  readonly domain: number
}

/**
 * Flow records of NetFlow 5 and 9 (RFC 3954) and IPFIX (RFC 7011), as records of Sigma's firewall category. Templates are
 * kept by exporter and domain. Sets whose template has not come yet are rejects.
 */
export class FlowDecoder {
  private readonly templates = new Map<string, FlowTemplate>()
  private head: Head | undefined

  /** One datagram, which holds one message. */
  message(bytes: Uint8Array, origin: FlowOrigin, records: LogRecord[], rejects: Reject[]): void {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const used = this.take(buffer, origin, true, records, rejects)
    if (used < buffer.length)
      rejects.push(reject(origin.where, 'bytes that are no flow message', buffer.subarray(used)))
  }

  /**
   * As much of a stream of messages as is whole: how many bytes were taken.
   * @param isEnd nothing more will come
   * @returns -1 where what comes next is no flow message
   */
  take(buffer: Buffer, origin: FlowOrigin, isEnd: boolean, records: LogRecord[], rejects: Reject[]): number {
    let at = 0
    while (at + 4 <= buffer.length) {
      const next = this.step(buffer.subarray(at), origin, records, rejects)
      if (next === -1) return at === 0 && !isEnd ? -1 : at
      if (next === 0) break
      at += next
    }
    return at
  }

  /** One message, or one set of NetFlow 9, whose header does not say where it ends. 0: more bytes are needed. */
  private step(bytes: Buffer, origin: FlowOrigin, records: LogRecord[], rejects: Reject[]): number {
    const first = bytes.readUInt16BE(0)
    if (first === 5) return this.five(bytes, origin, records)
    if (first === 9) {
      if (bytes.length < 20) return 0
      this.head = {
        kind: 'netflow9',
        uptime: bytes.readUInt32BE(4),
        sent: bytes.readUInt32BE(8) * 1000,
        domain: bytes.readUInt32BE(16),
      }
      return 20
    }
    if (first === 10) return this.ipfix(bytes, origin, records, rejects)
    if (this.head?.kind !== 'netflow9' || (first > 1 && first < 256)) return -1
    const length = bytes.readUInt16BE(2)
    if (length < 4) return -1
    if (bytes.length < length) return 0
    this.set(first, bytes.subarray(4, length), this.head, origin, records, rejects)
    return length
  }

  private ipfix(bytes: Buffer, origin: FlowOrigin, records: LogRecord[], rejects: Reject[]): number {
    const length = bytes.readUInt16BE(2)
    if (length < 16) return -1
    if (bytes.length < length) return 0
    const head: Head = {
      kind: 'ipfix',
      sent: bytes.readUInt32BE(4) * 1000,
      uptime: 0,
      domain: bytes.readUInt32BE(12),
    }
    for (let at = 16; at + 4 <= length; ) {
      const size = bytes.readUInt16BE(at + 2)
      if (size < 4 || at + size > length) {
        rejects.push(reject(origin.where, `a set of ${size} bytes`, bytes.subarray(at, length)))
        break
      }
      this.set(bytes.readUInt16BE(at), bytes.subarray(at + 4, at + size), head, origin, records, rejects)
      at += size
    }
    return length
  }

  private set(
    id: number,
    body: Buffer,
    head: Head,
    origin: FlowOrigin,
    records: LogRecord[],
    rejects: Reject[],
  ): void {
    const key = (template: number) => `${origin.exporter}\0${head.kind}\0${head.domain}\0${template}`
    const isOptions = id === 1 || id === 3
    if (id === 0 || id === 2 || isOptions) {
      for (const [template, fields] of readTemplates(body, head.kind, isOptions))
        if (fields === undefined) this.templates.delete(key(template))
        else if (this.templates.size < maxTemplates || this.templates.has(key(template)))
          this.templates.set(key(template), fields)
      return
    }
    const template = this.templates.get(key(id))
    if (!template) rejects.push(reject(origin.where, `a set whose template ${id} has not come yet`, body))
    else if (!template.isOptions) dataRecords(template, body, head, origin, records)
  }

  private five(bytes: Buffer, origin: FlowOrigin, records: LogRecord[]): number {
    const count = bytes.readUInt16BE(2)
    if (count === 0 || count > 30) return -1
    const length = 24 + 48 * count
    if (bytes.length < length) return 0
    const sent = bytes.readUInt32BE(8) * 1000
    const boot = sent - bytes.readUInt32BE(4)
    for (let at = 24; at < length; at += 48) {
      const fields = {
        src_ip: addressText(bytes, at, 4),
        dst_ip: addressText(bytes, at + 4, 4),
        next_hop: addressText(bytes, at + 8, 4),
        packets: bytes.readUInt32BE(at + 16),
        bytes: bytes.readUInt32BE(at + 20),
        start: boot + bytes.readUInt32BE(at + 24),
        end: boot + bytes.readUInt32BE(at + 28),
        src_port: bytes.readUInt16BE(at + 32),
        dst_port: bytes.readUInt16BE(at + 34),
        tcp_flags: bytes[at + 37],
        protocol: bytes[at + 38],
        tos: bytes[at + 39],
      }
      records.push(flowRecord(fields, sent, origin))
    }
    return length
  }
}

function dataRecords(
  template: FlowTemplate,
  body: Buffer,
  head: Head,
  origin: FlowOrigin,
  records: LogRecord[],
): void {
  let at = 0
  while (at + template.shortest <= body.length) {
    const fields: Record<string, unknown> = {}
    for (const field of template.fields) {
      const span = fieldSpan(field, body, at)
      if (!span) return
      if (field.name !== undefined)
        fields[field.name] ??= flowValue(body, span.start, span.end - span.start, field.type!)
      at = span.end
    }
    // Times since the exporter started are below those since 1970.
    for (const name of ['start', 'end'])
      if (typeof fields[name] === 'number' && fields[name] < 4_294_967_296)
        fields[name] =
          typeof fields.boot === 'number'
            ? fields.boot + fields[name]
            : head.sent - head.uptime + fields[name]
    records.push(flowRecord(fields, head.sent, origin))
  }
}

function flowRecord(
  fields: Record<string, unknown>,
  sent: Instant,
  { exporter, where }: FlowOrigin,
): LogRecord {
  const time = typeof fields.end === 'number' ? fields.end : sent
  const name = typeof fields.protocol === 'number' ? protocolNames[fields.protocol] : undefined
  if (name !== undefined) fields.proto = name
  if (typeof fields.firewall_event === 'number')
    fields.action = firewallEvents[fields.firewall_event] ?? fields.firewall_event
  if (exporter !== '') fields.exporter = exporter
  for (const key of ['start', 'end'])
    if (typeof fields[key] === 'number') fields[key] = new Date(fields[key]).toISOString()
  const host = fields.src_ip
  return { class: flowClass, fields, where, time, ...(typeof host === 'string' && { host }) }
}

function reject(where: string, reason: string, bytes: Buffer): Reject {
  return { where, reason, excerpt: bytes.toString('hex', 0, Math.min(64, bytes.length)) }
}

/**
 * Flow records of a file of messages one after the other, as collectors write them (RFC 5655 for IPFIX).
 * @throws {InputError} `FORMATS_SYNTAX` where something else follows
 */
export async function* readFlows(
  bytes: Bytes,
  name: string,
): AsyncGenerator<Batch<LogRecord>, void, undefined> {
  const decoder = new FlowDecoder()
  let held: Buffer = Buffer.alloc(0)
  let passed = 0
  const run = (isEnd: boolean): Batch<LogRecord> => {
    const records: LogRecord[] = []
    const rejects: Reject[] = []
    const used = decoder.take(
      held,
      { exporter: '', where: `${name}: byte ${passed}` },
      isEnd,
      records,
      rejects,
    )
    if (used === -1 || (used === 0 && held.length > longestMessage)) throw noFlow(name, passed, held)
    held = held.subarray(used)
    passed += used
    return { records, rejects }
  }
  for await (const chunk of bytes) {
    held = held.length === 0 ? Buffer.from(chunk) : Buffer.concat([held, chunk])
    yield run(false)
  }
  if (held.length > 0) yield run(true)
  if (held.length > 0)
    yield {
      records: [],
      rejects: [reject(`${name}: byte ${passed}`, 'a message cut off by the end of the file', held)],
    }
}

function noFlow(name: string, at: number, bytes: Buffer): InputError {
  return new InputError('FORMATS_SYNTAX', {
    expected: 'a message of NetFlow 5, NetFlow 9 or IPFIX',
    found: bytes.toString('hex', 0, 16),
    where: `${name}: byte ${at}`,
    remedy: 'Give the messages as they were sent, one after the other; what was read before stands.',
  })
}
