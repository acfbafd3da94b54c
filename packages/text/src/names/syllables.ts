import { type ChineseGiven, type ChineseSyllable, readChineseGiven, readChineseSurname } from './chinese.ts'
import { type Reading, readGiven, readSurname } from './korean.ts'

/** A Latin word as syllables of Korean and Chinese. What it reads as a given name is found out when first asked for. */
export class Syllables {
  readonly koreanSurnames: readonly Reading[]
  readonly chineseSurnames: readonly ChineseSyllable[]
  private korean: readonly Reading[] | undefined = undefined
  private chinese: readonly ChineseGiven[] | undefined = undefined

  private readonly latin: string

  constructor(latin: string) {
    this.latin = latin
    this.koreanSurnames = readSurname(latin)
    this.chineseSurnames = readChineseSurname(latin)
  }

  get koreanGiven(): readonly Reading[] {
    this.korean ??= readGiven(this.latin)
    return this.korean
  }

  get chineseGiven(): readonly ChineseGiven[] {
    this.chinese ??= readChineseGiven(this.latin)
    return this.chinese
  }
}
