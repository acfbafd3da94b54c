/** Tracks as `GET /api/sea/tracks` gives them, read back. */
export interface ReadTracks {
  readonly step: number
  readonly ships: readonly { mmsi: number; class: number; name: string; points: [number, number, number][] }[]
}

/** Reads the bytes of `packTracks`, for tests: points as seconds, latitude, longitude in hundred-thousandths. */
export function readTracks(bytes: Uint8Array): ReadTracks {
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [ships = 0, , base = 0, step = 0, nameBytes = 0] = [0, 1, 2, 3, 4].map((i) =>
    head.getInt32(4 * i, true),
  )
  const names = 20 + 9 * ships
  const texts = new TextDecoder().decode(bytes.subarray(names, names + nameBytes)).split('\0')
  let at = names + nameBytes
  const number = () => {
    let [value, shift, byte] = [0, 0, 0x80]
    for (; byte & 0x80; shift += 7) {
      byte = bytes[at++]!
      value |= (byte & 0x7f) << shift
    }
    return (value >>> 1) ^ -(value & 1)
  }
  const read = Array.from({ length: ships }, (_, ship) => {
    const place = 20 + 9 * ship
    let before: [number, number, number] = [base, 0, 0]
    const points = Array.from({ length: head.getInt32(place + 4, true) }, () => {
      before = [before[0] + number(), before[1] + number(), before[2] + number()]
      return before
    })
    return { mmsi: head.getInt32(place, true), class: bytes[place + 8]!, name: texts[ship]!, points }
  })
  if (at !== bytes.length) throw new Error(`${bytes.length - at} bytes are left over`)
  return { step, ships: read }
}
