/** A line of ArcSight's Common Event Format or of IBM's LEEF. */
export interface ExtensionLine {
  readonly format: 'cef' | 'leef'
  readonly vendor: string
  readonly product: string
  readonly version: string
  /** CEF's signature id, LEEF's event id. */
  readonly id: string
  /** CEF's name of the event. */
  readonly name?: string
  readonly severity?: string
  readonly fields: Readonly<Record<string, string>>
}

/** Reads a CEF line (version 0 and 1, "Implementing ArcSight CEF"), from `CEF:` on; a reason in words where it is none. */
export function parseCef(text: string): ExtensionLine | string {
  const parts = headerParts(text.slice(4), 7)
  if (parts.length < 8) return `CEF with ${parts.length - 1} of 7 header fields`
  const [, vendor, product, version, id, name, severity, extension] = parts as [string, ...string[]]
  return {
    format: 'cef',
    vendor: vendor!,
    product: product!,
    version: version!,
    id: id!,
    name: name!,
    severity: severity!,
    fields: withLabels(cefExtension(extension!)),
  }
}

/** Reads a LEEF line (1.0, 2.0), from `LEEF:` on; a reason in words where it is none. */
export function parseLeef(text: string): ExtensionLine | string {
  const parts = text.slice(5).split('|')
  const isTwo = parts[0] === '2.0'
  const header = isTwo ? 6 : 5
  if (parts.length < header) return `LEEF with ${parts.length} of ${header} header fields`
  const [, vendor, product, version, id] = parts
  let rest = parts.slice(header).join('|')
  let delimiter = '\t'
  if (isTwo) delimiter = delimiterOf(parts[5]!)
  else if (parts.length === header) rest = ''
  const fields: Record<string, string> = {}
  const separator = rest.includes(delimiter) || !rest.includes('\t') ? delimiter : '\t'
  for (const pair of rest.split(separator)) {
    const at = pair.indexOf('=')
    if (at > 0) fields[pair.slice(0, at).trim()] = pair.slice(at + 1)
  }
  return { format: 'leef', vendor: vendor!, product: product!, version: version!, id: id!, fields }
}

function delimiterOf(text: string): string {
  const hex = /^(?:0?x)([0-9a-f]{1,4})$/i.exec(text)
  return hex ? String.fromCharCode(Number.parseInt(hex[1]!, 16)) : text === '' ? '\t' : text[0]!
}

/** Cuts at bars that no backslash escapes, at most `most` times; the last part is the rest. */
function headerParts(text: string, most: number): string[] {
  const parts: string[] = []
  let part = ''
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!
    if (c === '\\' && i + 1 < text.length) part += text[++i]!
    else if (c === '|') {
      parts.push(part)
      part = ''
      if (parts.length === most) {
        parts.push(text.slice(i + 1))
        return parts
      }
    } else part += c
  }
  parts.push(part)
  return parts
}

/** `key=value key=value`: a value goes on until the next ` key=`; `\=`, `\\`, `\n`, `\r` are escapes. */
function cefExtension(text: string): Record<string, string> {
  const fields: Record<string, string> = {}
  const key = /(?:^|\s)([\w.:[\]-]{1,100})=/g
  let name: string | undefined
  let from = 0
  for (let match = key.exec(text); match; match = key.exec(text)) {
    if (name !== undefined) fields[name] = unescaped(text.slice(from, match.index))
    name = match[1]!
    from = key.lastIndex
    // The blank that ends this value may begin the next key.
    key.lastIndex = from
  }
  if (name !== undefined) fields[name] = unescaped(text.slice(from).trimEnd())
  return fields
}

function unescaped(text: string): string {
  if (!text.includes('\\')) return text
  return text.replace(/\\([=\\|nr])/g, (_, c: string) => (c === 'n' ? '\n' : c === 'r' ? '\r' : c))
}

/** Custom fields under their labels too: `cs1Label=Rule cs1=x` gives `Rule: x`. */
function withLabels(fields: Record<string, string>): Record<string, string> {
  for (const key of Object.keys(fields))
    if (key.endsWith('Label')) {
      const value = fields[key.slice(0, -5)]
      const label = fields[key]!
      if (value !== undefined && label !== '' && !Object.hasOwn(fields, label)) fields[label] = value
    }
  return fields
}
