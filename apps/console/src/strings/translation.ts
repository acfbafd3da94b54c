import type { Strings } from './en.ts'

/** What another language must say: everything that English says. A word that is missing is an error of the compiler. */
export type Translation = Strings
