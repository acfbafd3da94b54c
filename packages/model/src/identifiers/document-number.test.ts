import { describe, expect, it } from 'vitest'
import { parseDocumentNumber } from './index.ts'

describe('document numbers', () => {
  it.each([
    ['290333974', '290333974'],
    ['PS-836420186', 'PS836420186'],
    ['Passport No. 290 333 974', '290333974'],
    ['passport no: 654410025', '654410025'],
    ['№ 45 08 123456', '4508123456'],
    ['ЕН 123456', 'ЕН123456'],
    ['００１２３', '00123'],
    ['NO1234567', 'NO1234567'],
    ['n45/A-7', 'N45A7'],
  ])('%j is %s', (text, value) => expect(parseDocumentNumber(text)).toEqual({ ok: true, value }))

  it.each(['', 'unknown', 'N/A', '-', `${'x'.repeat(64)}1`])('refuses %j', (text) =>
    expect(parseDocumentNumber(text).ok).toBe(false),
  )
})
