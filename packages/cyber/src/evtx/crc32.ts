const tables = makeTables()

/** CRC-32 (IEEE 802.3) of a span, four bytes a step. `seed` is the CRC of what came before. */
export function crc32(bytes: Uint8Array, from: number, to: number, seed = 0): number {
  const [t0, t1, t2, t3] = tables as [Int32Array, Int32Array, Int32Array, Int32Array]
  let crc = ~seed
  let i = from
  for (; i + 4 <= to; i += 4) {
    crc ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24)
    crc = t3[crc & 0xff]! ^ t2[(crc >>> 8) & 0xff]! ^ t1[(crc >>> 16) & 0xff]! ^ t0[crc >>> 24]!
  }
  for (; i < to; i++) crc = t0[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8)
  return ~crc >>> 0
}

function makeTables(): Int32Array[] {
  const made = [0, 1, 2, 3].map(() => new Int32Array(256))
  for (let n = 0; n < 256; n++) {
    let c = n
    for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1
    made[0]![n] = c
  }
  for (let n = 0; n < 256; n++)
    for (let k = 1; k < 4; k++) {
      const before = made[k - 1]![n]!
      made[k]![n] = made[0]![before & 0xff]! ^ (before >>> 8)
    }
  return made
}
