import type { XmlElement } from '@cordon/formats'
import type { StatementWriter } from '../statements.ts'
import { RecordFault } from './fault.ts'
import type { ReferenceValues } from './reference-values.ts'
import { isUnspaced, scriptOf } from './scripts.ts'

/**
 * Properties of Person for NamePartTypes. Patronymic and Matronymic are the two surnames of Spanish custom in this
 * file ("ZAMBADA" and "GARCIA"), not FollowTheMoney's `fatherName`. A Nickname stands in the whole name only.
 */
const partProperties: Readonly<Record<string, string>> = {
  'Last Name': 'lastName',
  'First Name': 'firstName',
  'Middle Name': 'middleName',
  'Maiden Name': 'lastName',
  Patronymic: 'lastName',
  Matronymic: 'lastName',
}

const aliasProperties: Readonly<Record<string, string>> = {
  Name: 'name',
  'A.K.A.': 'alias',
  'F.K.A.': 'previousName',
  'N.K.A.': 'name',
}

interface Named {
  readonly text: string
  readonly script: string | undefined
  readonly parts: readonly { readonly type: string | undefined; readonly value: string }[]
}

/**
 * The names of an Identity. The parts of a name are joined in the order of the file, surname first. Low quality aliases
 * are `weakAlias`, whatever their type, and give no name parts.
 * @returns the name under each DocumentedName id, for the documents that refer to it
 * @throws {RecordFault} where there is no name, or a part belongs to no group
 */
export function addNames(
  writer: StatementWriter,
  identity: XmlElement,
  reference: ReferenceValues,
): Map<string, string> {
  const groups = partTypes(identity, reference)
  const names = new Map<string, string>()
  for (const alias of identity.all('Alias')) {
    const type = reference.text('AliasType', alias.attribute('AliasTypeID')) ?? 'A.K.A.'
    const isWeak = alias.attribute('LowQuality') === 'true'
    const property = isWeak ? 'weakAlias' : (aliasProperties[type] ?? 'alias')
    for (const documented of alias.all('DocumentedName')) {
      const named = readName(documented, groups, reference)
      names.set(documented.attribute('ID') ?? '', named.text)
      writer.add(property, named.text, { lang: named.script })
      if (writer.schema === 'Person' && !isWeak) addParts(writer, named)
    }
  }
  if (names.size === 0) throw new RecordFault('no name', 'the Identity has no DocumentedName')
  return names
}

/** Counts the names of a DistinctParty for the report, whether or not it can be read. */
export function countNames(party: XmlElement, count: (kind: string) => void): void {
  for (const profile of party.all('Profile'))
    for (const identity of profile.all('Identity'))
      for (const alias of identity.all('Alias')) {
        count('Alias')
        if (alias.attribute('LowQuality') === 'true') count('Alias of low quality')
        for (const child of alias.children) count(child.name)
      }
}

function addParts(writer: StatementWriter, named: Named): void {
  for (const { type, value } of named.parts) {
    const property = type === undefined ? undefined : partProperties[type]
    if (property) writer.add(property, value, { lang: named.script })
  }
}

function partTypes(identity: XmlElement, reference: ReferenceValues): Map<string, string | undefined> {
  const types = new Map<string, string | undefined>()
  for (const master of identity.child('NamePartGroups')?.children ?? [])
    for (const group of master.children)
      types.set(
        group.attribute('ID') ?? '',
        reference.text('NamePartType', group.attribute('NamePartTypeID')),
      )
  return types
}

function readName(
  documented: XmlElement,
  groups: ReadonlyMap<string, string | undefined>,
  reference: ReferenceValues,
): Named {
  const parts: { type: string | undefined; value: string }[] = []
  let script: string | undefined
  for (const part of documented.children)
    for (const value of part.children) {
      const group = value.attribute('NamePartGroupID') ?? ''
      if (!groups.has(group)) throw new RecordFault('name part of no group', `NamePartGroupID ${group}`)
      const text = value.text.trim()
      if (text) parts.push({ type: groups.get(group), value: text })
      script ??= scriptOf(reference, value.attribute('ScriptID'))
    }
  const values = parts.map((part) => part.value)
  const separator = isUnspaced(script) && !values.some((value) => value.includes(' ')) ? '' : ' '
  return { text: values.join(separator), script, parts }
}
