/** Regular files of a tar archive (ustar, with GNU and pax long names). */
export function readTar(bytes: Buffer): { name: string; bytes: Buffer }[] {
  const files: { name: string; bytes: Buffer }[] = []
  let longName: string | undefined
  for (let at = 0; at + 512 <= bytes.length; ) {
    const text = (from: number, length: number) =>
      bytes.toString('utf8', at + from, at + from + length).split('\0')[0]!
    const name = text(0, 100)
    if (name === '') break
    const size = Number.parseInt(text(124, 12).trim(), 8)
    const type = String.fromCharCode(bytes[at + 156]!)
    const body = bytes.subarray(at + 512, at + 512 + size)
    if (type === 'L') longName = body.toString().split('\0')[0]!
    else if (type === 'x') longName = /\d+ path=(.*)\n/.exec(body.toString())?.[1] ?? longName
    else {
      const prefix = text(345, 155)
      if (type === '0' || type === '\0')
        files.push({ name: longName ?? (prefix === '' ? name : `${prefix}/${name}`), bytes: body })
      longName = undefined
    }
    at += 512 + Math.ceil(size / 512) * 512
  }
  return files
}
