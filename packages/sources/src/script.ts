const scripts = [
  'Arab',
  'Hang',
  'Hani',
  'Cyrl',
  'Hebr',
  'Deva',
  'Thai',
  'Mymr',
  'Grek',
  'Geor',
  'Armn',
  'Ethi',
] as const
const patterns = scripts.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')] as const)

/** The script of a text in a script other than Latin (ISO 15924, `Arab`), by its characters; undefined for Latin. */
export function scriptOf(text: string): string | undefined {
  return patterns.find(([, pattern]) => pattern.test(text))?.[0]
}
