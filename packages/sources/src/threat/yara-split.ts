/** One YARA rule: its text as it is, and what its head says. */
export interface YaraRule {
  readonly name: string
  readonly tags: readonly string[]
  readonly line: number
  readonly text: string
  /** Metadata by lower-cased name; a name may stand several times. */
  readonly meta: ReadonlyMap<string, readonly string[]>
}

/** A place where a rule was expected and could not be read. */
export interface YaraFault {
  readonly line: number
  readonly fault: string
  readonly excerpt: string
}

const head = /^[ \t]*((?:(?:global|private)\s+)*)rule\s+([A-Za-z_]\w*)\s*(?::\s*([\w \t]+?))?\s*\{/gm

/**
 * Cuts a file into its rules by brackets, with strings, regular expressions, comments and hexadecimal strings passed over.
 * Says nothing about whether a rule would compile.
 */
export function splitYara(text: string): (YaraRule | YaraFault)[] {
  const rules: (YaraRule | YaraFault)[] = []
  const plain = withoutComments(text)
  head.lastIndex = 0
  for (let found = head.exec(plain); found; found = head.exec(plain)) {
    const [whole, , name, tags] = found
    const line = plain.slice(0, found.index).split('\n').length
    const end = endOfRule(plain, found.index + whole.length)
    const excerpt = text.slice(found.index, found.index + 100).trim()
    if (end < 0) {
      rules.push({ line, fault: 'YARA_NO_END: a rule without its closing bracket', excerpt })
      break
    }
    const body = plain.slice(found.index + whole.length, end)
    rules.push({
      name: name!,
      tags: tags?.trim().split(/\s+/) ?? [],
      line,
      text: text.slice(found.index, end + 1).trim(),
      meta: metaOf(body),
    })
    head.lastIndex = end + 1
  }
  return rules
}

/** Comments become spaces, so that places stay the same. */
function withoutComments(text: string): string {
  return text.replace(/"(?:[^"\\\n]|\\.)*"|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (part) =>
    part.startsWith('"') ? part : part.replace(/[^\n]/g, ' '),
  )
}

function endOfRule(text: string, from: number): number {
  let depth = 1
  for (let i = from; i < text.length; i++) {
    const c = text[i]
    if (c === '"') i = endOfQuoted(text, i)
    else if (c === '/' && /[=(\s]$/.test(text.slice(Math.max(0, i - 2), i)) && text[i + 1] !== ' ')
      i = endOfRegex(text, i)
    else if (c === '{') depth++
    else if (c === '}' && --depth === 0) return i
  }
  return -1
}

function endOfQuoted(text: string, open: number): number {
  for (let i = open + 1; i < text.length && text[i] !== '\n'; i++) {
    if (text[i] === '\\') i++
    else if (text[i] === '"') return i
  }
  return open
}

function endOfRegex(text: string, open: number): number {
  for (let i = open + 1; i < text.length && text[i] !== '\n'; i++) {
    if (text[i] === '\\') i++
    else if (text[i] === '/') return i
  }
  return open
}

function metaOf(body: string): Map<string, string[]> {
  const meta = new Map<string, string[]>()
  const section = /\bmeta\s*:([\s\S]*?)(?=\b(?:strings|condition|variables)\s*:)/.exec(body)?.[1] ?? ''
  for (const [, key, quoted, bare] of section.matchAll(
    /([A-Za-z_]\w*)\s*=\s*(?:"((?:[^"\\\n]|\\.)*)"|(true|false|-?\d+))/g,
  )) {
    const value = quoted?.replace(/\\(.)/g, '$1') ?? bare!
    const values = meta.get(key!.toLowerCase())
    if (values) values.push(value)
    else meta.set(key!.toLowerCase(), [value])
  }
  return meta
}
