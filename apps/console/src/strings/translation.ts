import type { Strings } from './en.ts'

/**
 * Groups of words that a language may leave in English for now: pages that are still being built. A key that is missing
 * anywhere else is an error of the compiler.
 */
type Untranslated = Extract<
  keyof Strings,
  | 'cases'
  | 'casework'
  | 'case'
  | 'people'
  | 'accounts'
  | 'account'
  | 'users'
  | 'keys'
  | 'signIn'
  | 'payments'
  | 'mcp'
>

/** What another language must say. */
export type Translation = { readonly [K in Exclude<keyof Strings, Untranslated>]: Strings[K] } & {
  readonly [K in Untranslated]?: Strings[K]
}
