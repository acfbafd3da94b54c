/** How an input is read. `text` is any log of lines, each judged by itself. */
export type LogFormat = 'evtx' | 'flow' | 'json-lines' | 'json' | 'json-member' | 'csv' | 'text' | 'zip'

/** What the beginning of an input says of its format. */
export interface Detected {
  readonly format: LogFormat
  /** For `json-member`: the member that holds the records. */
  readonly member?: string
}

const member = /^\s*\{\s*"(Records|records|value|events|Events|items|logs|data)"\s*:\s*\[\s*\{/

/**
 * The format of an input, by its content. What is not known by it is text.
 * @param head the first bytes, unpacked; some kilobytes suffice
 */
export function detectLogs(head: Uint8Array): Detected {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
  if (bytes.toString('latin1', 0, 8) === 'ElfFile\0') return { format: 'evtx' }
  if (bytes.length > 3 && bytes.readUInt32BE(0) === 0x504b0304) return { format: 'zip' }
  if (isFlow(bytes)) return { format: 'flow' }
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe
  const text = bytes.toString(isWide ? 'utf16le' : 'utf8').replace(/^\ufeff/, '')
  return detectText(text.trimStart())
}

function detectText(text: string): Detected {
  const isJson = text[0] === '{' || (text[0] === '[' && /^\[\s*[[{\]]/.test(text))
  if (isJson) {
    const found = member.exec(text)
    if (found) return { format: 'json-member', member: found[1]! }
    return { format: text[0] === '{' && isWholeLine(text) ? 'json-lines' : 'json' }
  }
  return { format: isTable(text) ? 'csv' : 'text' }
}

/** Whether the first line is a JSON object by itself. One that is longer than the head is taken for one. */
function isWholeLine(text: string): boolean {
  const end = text.indexOf('\n')
  if (end === -1) return true
  const line = text.slice(0, end).trim()
  if (line === '{') return false
  try {
    JSON.parse(line)
    return true
  } catch {
    // A broken first line must not make a file of lines one broken document.
    return line.length > 2 && !/^\s/.test(text.slice(end + 1, end + 2)) && text[end + 1] === '{'
  }
}

/** A header line: three words or more between delimiters, without what values have, and a second line as wide. */
function isTable(text: string): boolean {
  const [header = '', second] = text.split(/\r?\n/, 2)
  if (header.startsWith('#') || header.startsWith('<') || second === undefined) return false
  const delimiter = [',', ';', '\t', '|'].find((one) => header.split(one).length >= 3)
  if (delimiter === undefined || !second.includes(delimiter)) return false
  const names = header.split(delimiter).map((name) => name.trim().replace(/^"|"$/g, ''))
  return (
    names.every((name) => /^[\p{L}_@#][\p{L}\p{N} _.@()/:#-]{0,79}$/u.test(name)) &&
    new Set(names).size === names.length
  )
}

/** NetFlow 5 and 9 and IPFIX begin with their version; the fields after it must make sense too. */
function isFlow(bytes: Buffer): boolean {
  if (bytes.length < 20) return false
  const version = bytes.readUInt16BE(0)
  const count = bytes.readUInt16BE(2)
  const seconds = bytes.readUInt32BE(version === 10 ? 4 : 8)
  const isTimely = seconds > 631_152_000 && seconds < 4_102_444_800
  if (version === 5) return count >= 1 && count <= 30 && isTimely
  if (version === 9) return count >= 1 && count < 1000 && isTimely
  return version === 10 && count >= 16 && isTimely
}
