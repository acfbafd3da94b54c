import { crc32 } from './crc32.ts'

const chunkBytes = 65_536

/** A growing buffer with the few writes that binary XML needs. */
class Writer {
  readonly bytes = Buffer.alloc(chunkBytes)
  at = 0
  u8(...values: number[]): void {
    for (const value of values) this.bytes[this.at++] = value
  }
  u16(value: number): void {
    this.at = this.bytes.writeUInt16LE(value, this.at)
  }
  u32(value: number): void {
    this.at = this.bytes.writeUInt32LE(value, this.at)
  }
  text(value: string): void {
    this.at += this.bytes.write(value, this.at, 'utf16le')
  }
}

/** One event to write: channel, id, provider, host and named data. */
export interface TestEvent {
  readonly channel: string
  readonly eventId: number
  readonly computer: string
  /** UTC milliseconds. */
  readonly time: number
  readonly data: Readonly<Record<string, string>>
}

/** An EVTX file of the events given, true to the format: one template a set of data names, checksums, 64 KiB chunks. */
export function writeEvtx(events: readonly TestEvent[]): Buffer {
  const chunks: Buffer[] = []
  let chunk = new ChunkWriter()
  for (const [i, event] of events.entries())
    if (!chunk.add(i + 1, event)) {
      chunks.push(chunk.finish())
      chunk = new ChunkWriter()
      chunk.add(i + 1, event)
    }
  chunks.push(chunk.finish())
  const header = Buffer.alloc(4096)
  header.write('ElfFile\0', 'latin1')
  header.writeUInt16LE(chunks.length, 42)
  return Buffer.concat([header, ...chunks])
}

class ChunkWriter {
  private readonly out = new Writer()
  private readonly names = new Map<string, number>()
  private readonly templates = new Map<string, number>()

  constructor() {
    this.out.at = 512
  }

  /** Whether there was room. */
  add(id: number, event: TestEvent): boolean {
    if (this.out.at > chunkBytes - 8_000) return false
    const { out } = this
    const start = out.at
    out.u32(0x2a2a)
    out.u32(0)
    out.u32(id)
    out.u32(0)
    this.fileTime(event.time)
    out.u8(0x0f, 1, 1, 0)
    this.instance(event)
    out.u8(0x00)
    out.at += (4 - (out.at % 4)) % 4
    out.u32(out.at + 4 - start)
    out.bytes.writeUInt32LE(out.at - start, start + 4)
    return true
  }

  finish(): Buffer {
    const { bytes, at } = this.out
    bytes.write('ElfChnk\0', 'latin1')
    bytes.writeUInt32LE(128, 40)
    bytes.writeUInt32LE(at, 48)
    bytes.writeUInt32LE(crc32(bytes, 512, at), 52)
    bytes.writeUInt32LE(crc32(bytes, 128, 512, crc32(bytes, 0, 120)), 124)
    return bytes
  }

  private instance(event: TestEvent): void {
    const { out } = this
    const names = Object.keys(event.data)
    out.u8(0x0c, 1)
    out.u32(1)
    const known = this.templates.get(names.join())
    out.u32(known ?? out.at + 4)
    if (known === undefined) this.definition(names)
    const texts = [event.channel, event.computer, ...Object.values(event.data)]
    out.u32(texts.length + 2)
    for (const [size, type] of [
      [2, 0x06],
      [8, 0x11],
      ...texts.map((text) => [text.length * 2, 0x01]),
    ] as const) {
      out.u16(size!)
      out.u8(type!, 0)
    }
    out.u16(event.eventId)
    this.fileTime(event.time)
    for (const text of texts) out.text(text)
  }

  private definition(names: readonly string[]): void {
    const { out } = this
    this.templates.set(names.join(), out.at)
    out.u32(0)
    const guid = crc32(Buffer.from(names.join()), 0, names.join().length)
    for (let i = 0; i < 4; i++) out.u32(guid)
    const sizeAt = out.at
    out.u32(0)
    const start = out.at
    out.u8(0x0f, 1, 1, 0)
    this.element('Event', {}, () => {
      this.element('System', {}, () => {
        this.element('Provider', { Name: 'Test-Provider' })
        this.element('EventID', {}, () => this.value(0, 0x06))
        this.element('TimeCreated', { SystemTime: [1, 0x11] })
        this.element('Channel', {}, () => this.value(2, 0x01))
        this.element('Computer', {}, () => this.value(3, 0x01))
      })
      this.element('EventData', {}, () => {
        for (const [i, name] of names.entries())
          this.element('Data', { Name: name }, () => this.value(4 + i, 0x01))
      })
    })
    out.u8(0x00)
    out.bytes.writeUInt32LE(out.at - start, sizeAt)
  }

  private element(
    name: string,
    attributes: Readonly<Record<string, string | readonly [number, number]>>,
    content?: () => void,
  ): void {
    const { out } = this
    const list = Object.entries(attributes)
    out.u8(list.length > 0 ? 0x41 : 0x01)
    out.u16(0xffff)
    out.u32(0)
    this.name(name)
    if (list.length > 0) out.u32(0)
    for (const [key, value] of list) {
      out.u8(0x06)
      this.name(key)
      if (typeof value !== 'string') this.value(value[0], value[1])
      else {
        out.u8(0x05, 0x01)
        out.u16(value.length)
        out.text(value)
      }
    }
    out.u8(content ? 0x02 : 0x03)
    content?.()
    if (content) out.u8(0x04)
  }

  private value(index: number, type: number): void {
    this.out.u8(0x0e)
    this.out.u16(index)
    this.out.u8(type)
  }

  private name(name: string): void {
    const { out } = this
    const known = this.names.get(name)
    out.u32(known ?? out.at + 4)
    if (known !== undefined) return
    this.names.set(name, out.at)
    out.u32(0)
    out.u16(0)
    out.u16(name.length)
    out.text(name)
    out.u16(0)
  }

  private fileTime(ms: number): void {
    this.out.at = this.out.bytes.writeBigUInt64LE(BigInt(ms + 11_644_473_600_000) * 10_000n, this.out.at)
  }
}
