/** Export messages as routers write them: for tests. */

const address = (text: string) => Buffer.from(text.split('.').map(Number))
const u16 = (...values: readonly number[]) => {
  const bytes = Buffer.alloc(2 * values.length)
  for (const [i, value] of values.entries()) bytes.writeUInt16BE(value, 2 * i)
  return bytes
}
const u32 = (...values: readonly number[]) => {
  const bytes = Buffer.alloc(4 * values.length)
  for (const [i, value] of values.entries()) bytes.writeUInt32BE(value, 4 * i)
  return bytes
}

/** A flow of a test: source and target, port, bytes. */
export interface TestFlow {
  readonly from: string
  readonly to: string
  readonly port: number
  readonly bytes: number
}

/** A NetFlow 5 message; the exporter started a minute before it was sent, flows end ten seconds before. */
export function netflow5(flows: readonly TestFlow[], seconds: number): Buffer {
  const records = flows.map(({ from, to, port, bytes }) =>
    Buffer.concat([
      address(from),
      address(to),
      address('0.0.0.0'),
      u16(1, 2),
      u32(3, bytes, 40_000, 50_000),
      u16(50_123, port),
      Buffer.from([0, 0x12, 6, 0]),
      u16(0, 0),
      Buffer.alloc(4),
    ]),
  )
  return Buffer.concat([u16(5, flows.length), u32(60_000, seconds, 0, 1), Buffer.alloc(4), ...records])
}

const layout = [8, 4, 12, 4, 11, 2, 1, 4, 4, 1, 21, 4] as const

/** A NetFlow 9 message: the template where it is wanted, then the flows in one set with padding. */
export function netflow9(flows: readonly TestFlow[], seconds: number, withTemplate = true): Buffer {
  const template = Buffer.concat([u16(0, 8 + 4 * 6), u16(256, 6), u16(...layout)])
  const body = Buffer.concat(
    flows.map(({ from, to, port, bytes }) =>
      Buffer.concat([address(from), address(to), u16(port), u32(bytes), Buffer.from([17]), u32(50_000)]),
    ),
  )
  const padding = Buffer.alloc((4 - (body.length % 4)) % 4)
  const data = Buffer.concat([u16(256, 4 + body.length + padding.length), body, padding])
  const header = Buffer.concat([u16(9, flows.length + (withTemplate ? 1 : 0)), u32(60_000, seconds, 7, 42)])
  return Buffer.concat([header, ...(withTemplate ? [template] : []), data])
}

/** An IPFIX message with an IPv6 flow, a name of variable length and an element of an enterprise. */
export function ipfix(seconds: number, name: string): Buffer {
  const template = Buffer.concat([
    u16(2, 4 + 4 + 4 * 5 + 4),
    u16(300, 5),
    u16(27, 16, 28, 16, 371, 0xffff, 0x8000 | 1, 4),
    u32(9),
    u16(153, 8),
  ])
  const ms = Buffer.alloc(8)
  ms.writeBigUInt64BE(BigInt(seconds * 1000 - 5))
  const text = Buffer.from(name)
  const six = (last: number) => Buffer.concat([u16(0x2001, 0xdb8, 0, 0, 0, 0, 0, last)])
  const body = Buffer.concat([six(1), six(0xabc), Buffer.from([text.length]), text, u32(7), ms])
  const data = Buffer.concat([u16(300, 4 + body.length), body])
  const length = 16 + template.length + data.length
  return Buffer.concat([u16(10, length), u32(seconds, 1, 5), template, data])
}
