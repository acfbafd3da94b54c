import { en, type Strings } from './en.ts'

/** The words of the console. One language now; another one is a file beside `en.ts` of the same type. */
export const strings: Strings = en
