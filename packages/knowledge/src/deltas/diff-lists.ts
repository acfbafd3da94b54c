import { ftmProperty } from '@cordon/model'
import { changeWords, nameParts, renamedWords } from './change-words.ts'
import { foldedEntries, groupsById, type ListEntry, type ListedGroup } from './entries.ts'

/** One change of one field of an entry. */
export interface FieldChange {
  /** See `changeWords`. */
  readonly field: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** For a person: "alias added", "listing basis changed", "vessel renamed". */
  readonly words: string
  /** Values that went. */
  readonly before: readonly string[]
  /** Values that came. */
  readonly after: readonly string[]
  /** Whether it touches who the entry is or why it is listed. */
  readonly material: boolean
}

/** An entry of the list before or after. */
export interface EntryRef {
  readonly id: string
  readonly schema: string
  readonly caption: string
}

/** An entry that came or went. */
export interface EntryMove extends EntryRef {
  /** The programmes or legal bases under which it is or was listed. */
  readonly basis: readonly string[]
}

/** An entry that stands in both versions and says something else. */
export interface EntryChange extends EntryRef {
  /** What it was called before, where that is another name. */
  readonly formerCaption?: string
  readonly changes: readonly FieldChange[]
}

/** What changed between two versions of a list; entries in the order of their ids. */
export interface ListDiff {
  readonly added: readonly EntryMove[]
  readonly removed: readonly EntryMove[]
  readonly changed: readonly EntryChange[]
  readonly unchanged: number
}

/**
 * Compares two versions of a list entry by entry and field by field. The order of records, spelling marks of the
 * publisher that the value lost, and dates of its own bookkeeping make no change.
 * @param before every group of the earlier version, or a part that holds whole entries
 * @param after the same part of the later one
 */
export function diffLists(before: Iterable<ListedGroup>, after: Iterable<ListedGroup>): ListDiff {
  const [oldGroups, nowGroups] = [groupsById(before), groupsById(after)]
  const names = new Map([...oldGroups, ...nowGroups])
  const [old, now] = [foldedEntries(oldGroups, names), foldedEntries(nowGroups, names)]
  const changed: EntryChange[] = []
  let unchanged = 0
  for (const [id, entry] of now) {
    const former = old.get(id)
    if (!former) continue
    const changes = changesOf(former, entry)
    if (changes.length === 0) unchanged++
    else changed.push(entryChange(former, entry, changes))
  }
  const byId = (a: EntryRef, b: EntryRef) => (a.id < b.id ? -1 : 1)
  return {
    added: [...now.values()]
      .filter(({ id }) => !old.has(id))
      .map(moveOf)
      .sort(byId),
    removed: [...old.values()]
      .filter(({ id }) => !now.has(id))
      .map(moveOf)
      .sort(byId),
    changed: changed.sort(byId),
    unchanged,
  }
}

/** The changes between two states of one entry, in the order of `changeWords`. */
export function changesOf(before: ListEntry, after: ListEntry): FieldChange[] {
  const fields = new Set([...before.fields.keys(), ...after.fields.keys()])
  const changes = [...fields].flatMap((field) =>
    changesOfField(field, before.fields.get(field), after.fields.get(field), after.schema),
  )
  const isNamed = changes.some(({ field }) => field === 'name' || field === 'alias')
  return changes
    .filter(({ field }) => !(isNamed && nameParts.has(field)))
    .filter((change) => !isToldAsDocument(change, changes))
    .sort((a, b) => rank(a.field) - rank(b.field) || (a.field < b.field ? -1 : a.field > b.field ? 1 : 0))
}

const order = new Map(Object.keys(changeWords).map((field, at) => [field, at]))
const rank = (field: string) => order.get(field) ?? order.size

function changesOfField(
  field: string,
  before: ReadonlySet<string> = new Set(),
  after: ReadonlySet<string> = new Set(),
  schema: string,
): FieldChange[] {
  const gone = [...before].filter((value) => !after.has(value)).sort()
  const come = [...after].filter((value) => !before.has(value)).sort()
  if (gone.length === 0 && come.length === 0) return []
  const words = changeWords[field]
  const noun = words?.noun ?? nounOf(field, schema)
  const material = words?.material === true
  const changed = (field === 'name' && renamedWords[schema]) || words?.changed || `${noun} changed`
  // Several gone and several come: which became which nobody says, unless the field has words for the whole.
  if (gone.length > 0 && come.length > 0 && (words?.changed || (gone.length === 1 && come.length === 1)))
    return [{ field, kind: 'changed', words: changed, before: gone, after: come, material }]
  const told = (kind: 'added' | 'removed', values: string[]): FieldChange[] =>
    values.length === 0
      ? []
      : [
          {
            field,
            kind,
            words: `${noun} ${kind}`,
            before: kind === 'removed' ? values : [],
            after: kind === 'added' ? values : [],
            material,
          },
        ]
  return [...told('removed', gone), ...told('added', come)]
}

function nounOf(field: string, schema: string): string {
  const [owner, property] = field.startsWith('sanction.') ? ['Sanction', field.slice(9)] : [schema, field]
  return (ftmProperty(owner, property)?.label ?? property).toLowerCase()
}

const numbered = /^(passportNumber|idNumber|taxNumber|registrationNumber|innCode|ogrnCode)$/

/** Lists carry a number on the party and as a document of its own: the document tells more. */
function isToldAsDocument(change: FieldChange, all: readonly FieldChange[]): boolean {
  if (!numbered.test(change.field)) return false
  const said = all.filter(({ field }) => field === 'document')
  const in_ = (values: readonly string[], texts: readonly string[]) =>
    values.every((value) => texts.some((text) => text.includes(value)))
  return (
    said.length > 0 &&
    in_(
      change.before,
      said.flatMap(({ before }) => before),
    ) &&
    in_(
      change.after,
      said.flatMap(({ after }) => after),
    )
  )
}

function entryChange(before: ListEntry, after: ListEntry, changes: FieldChange[]): EntryChange {
  const { id, schema, caption } = after
  return {
    id,
    schema,
    caption,
    ...(before.caption !== caption && { formerCaption: before.caption }),
    changes,
  }
}

function moveOf({ id, schema, caption, fields }: ListEntry): EntryMove {
  const basis = ['sanction.program', 'sanction.programId', 'sanction.reason'].flatMap((field) => [
    ...(fields.get(field) ?? []),
  ])
  return { id, schema, caption, basis: [...new Set(basis)].sort() }
}
