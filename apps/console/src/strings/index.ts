import { en, type Strings } from './en.ts'
import type { Translation } from './translation.ts'

/** Languages that the console speaks, in their own words. */
export const languages = { en: 'English', ko: '한국어' } as const
/** One of `languages`. */
export type Language = keyof typeof languages

/** Where this browser keeps the language that a person chose. */
export const languageKey = 'cordon.language'

/**
 * The words of the console. They are set once, before the pages are loaded: a page may keep a part of them in a
 * constant, and another language is a new loading.
 */
export let strings: Strings = en

const loaders: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Translation>>> = {
  ko: async () => (await import('./ko.ts')).ko,
}

/** The language that was chosen here, else the first of the browser's that there is, else English. */
export function chosenLanguage(): Language {
  const wanted = [kept(), ...navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase())]
  return wanted.find((code): code is Language => code !== undefined && code in languages) ?? 'en'
}

function kept(): string | undefined {
  try {
    return JSON.parse(localStorage.getItem(languageKey) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

/** Sets the words and the language of the document. Where a language can't be loaded, English stays. */
export async function setLanguage(language: Language): Promise<void> {
  if (language === 'en') return
  try {
    strings = await loaders[language]()
    document.documentElement.lang = language
  } catch {
    document.documentElement.lang = 'en'
  }
}
