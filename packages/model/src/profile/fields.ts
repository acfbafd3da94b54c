/** A field of a profile that can't be used. */
export interface ProfileFault {
  /** Where: `accounts[2].bic`, `institution.lei`. */
  readonly field: string
  readonly expected: string
  readonly found: string
}

/** Collects the faults of a value of unknown shape while its parts are read. */
export class FieldReader {
  readonly faults: ProfileFault[] = []

  fault(field: string, expected: string, found: unknown): undefined {
    this.faults.push({ field, expected, found: shown(found) })
    return undefined
  }

  /** An object; an empty one, and a fault, for anything else. Fields that it does not know are faults too. */
  object(value: unknown, field: string, known: readonly string[] | 'any'): Record<string, unknown> {
    if (value === undefined || value === null) return {}
    if (typeof value !== 'object' || Array.isArray(value)) {
      this.fault(field, 'fields with their values', value)
      return {}
    }
    const given = value as Record<string, unknown>
    if (known !== 'any')
      for (const name of Object.keys(given))
        if (!known.includes(name))
          this.fault(join(field, name), `one of the fields ${known.join(', ')}`, `a field "${name}"`)
    return given
  }

  list(value: unknown, field: string, most = 10_000): readonly unknown[] {
    if (value === undefined || value === null) return []
    if (!Array.isArray(value)) {
      this.fault(field, 'a list', value)
      return []
    }
    if (value.length > most) this.fault(field, `at most ${most} entries`, `${value.length}`)
    return value.slice(0, most)
  }

  /** A text that is there; trimmed. Numbers, which YAML makes of digits, are taken as they read. */
  text(value: unknown, field: string, expected: string): string | undefined {
    const text = this.optional(value, field, expected)
    if (text === undefined && (value === undefined || value === null || String(value).trim() === ''))
      this.fault(field, expected, value)
    return text
  }

  /** A text, or nothing. */
  optional(value: unknown, field: string, expected: string): string | undefined {
    if (value === undefined || value === null) return undefined
    if (typeof value !== 'string' && typeof value !== 'number') return this.fault(field, expected, value)
    const text = String(value).trim()
    if (text.length > 1000) return this.fault(field, 'at most 1,000 characters', text)
    return text === '' ? undefined : text
  }

  /** Told where the same value stands twice. */
  unique(values: readonly (string | undefined)[], fieldOf: (at: number) => string, what: string): void {
    const first = new Map<string, number>()
    values.forEach((value, at) => {
      if (value === undefined) return
      const before = first.get(value)
      if (before === undefined) first.set(value, at)
      else this.fault(fieldOf(at), `${what} that is there once`, `${value}, as in ${fieldOf(before)}`)
    })
  }
}

/** `a.b`, `a[0].b`; a name that is not plain is quoted. */
export function join(field: string, name: string | number): string {
  if (typeof name === 'number') return `${field}[${name}]`
  const part = /^[\w-]+$/.test(name) ? name : JSON.stringify(name)
  return field ? `${field}.${part}` : part
}

function shown(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'nothing'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 77)}...` : text
}
