import type { ReferenceValues } from './reference-values.ts'

/** Script codes of the file that are not ISO 15924. */
const iso15924: Readonly<Record<string, string>> = {
  Hebrew: 'Hebr',
  Japanese: 'Jpan',
  Korean: 'Kore',
  Latin: 'Latn',
}

/** ISO 15924 code of a ScriptID. */
export function scriptOf(reference: ReferenceValues, id: string | undefined): string | undefined {
  const code = reference.find('Script', id)?.attributes.get('ScriptCode')
  return code === undefined ? undefined : (iso15924[code] ?? code)
}

/** ISO 15924 code of a script by its English name in the file's table, as address comments give it. */
export function scriptNamed(reference: ReferenceValues, name: string): string | undefined {
  for (const { text, attributes } of reference.entries('Script')) {
    const code = attributes.get('ScriptCode')
    if (text === name && code) return iso15924[code] ?? code
  }
  return undefined
}

/** Whether the parts of a name are written without a space between them. */
export function isUnspaced(script: string | undefined): boolean {
  return script !== undefined && ['Hans', 'Hant', 'Jpan', 'Kore', 'Hang'].includes(script)
}
