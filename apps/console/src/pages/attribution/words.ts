import { strings } from '../../strings/index.ts'

/** What a hypothesis is called: those that every matrix has, in the language of the console. */
export function hypothesisLabel({ id, label }: { readonly id: string; readonly label: string }): string {
  if (id === 'someone-else') return strings.attribution.someoneElse
  return id === 'false-flag' ? strings.attribution.falseFlag : label
}
