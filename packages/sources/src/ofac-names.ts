import type { StatementWriter } from './statements.ts'

/** A person's name as OFAC writes it in one field, "LAST, First Middle, Jr.", taken apart. */
export interface InvertedName {
  /** In the order in which it is spoken. */
  readonly full: string
  readonly lastName?: string
  readonly givenNames?: string
  readonly suffix?: string
}

/** Takes an inverted name apart. A name without a comma is one already. */
export function turnName(text: string): InvertedName {
  const [last, given, ...suffixes] = text.split(',').map((part) => part.trim())
  if (!last || !given) return { full: text.trim() }
  const suffix = suffixes.join(', ')
  return {
    full: [given, last, suffix].filter(Boolean).join(' '),
    lastName: last,
    givenNames: given,
    ...(suffix && { suffix }),
  }
}

/** Adds a name under `property`; a person's is turned round, with its parts where it is the main one. */
export function addOfacName(writer: StatementWriter, property: string, text: string | undefined): void {
  if (!text) return
  if (writer.schema !== 'Person') {
    writer.add(property, text)
    return
  }
  const name = turnName(text)
  writer.add(property, name.full, { original: text })
  if (property !== 'name') return
  writer.add('lastName', name.lastName).add('firstName', name.givenNames).add('nameSuffix', name.suffix)
}
