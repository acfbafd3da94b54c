import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { bytesOf, collect } from './in-memory.ts'
import { readXlsx } from './xlsx.ts'
import { serialDate } from './xlsx-dates.ts'

const workbook = (sheet: string, changes: Record<string, string> = {}) =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        'xl/workbook.xml':
          '<workbook xmlns:r="r"><sheets><sheet name="List" sheetId="1" r:id="rId1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
        'xl/sharedStrings.xml':
          '<sst><si><t>Name</t></si><si><r><t>KIM </t></r><r><t>Chol</t></r></si><si><t>金哲</t><rPh sb="0" eb="2"><t>キム</t></rPh></si></sst>',
        'xl/styles.xml':
          '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy/mm/dd"/><numFmt numFmtId="165" formatCode="0&quot;day&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>',
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
        ...changes,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
  )
const read = async (bytes: Uint8Array) => (await collect(readXlsx(bytesOf(bytes, 100)))).records

describe('spreadsheets', () => {
  it('gives rows with shared, rich and inline strings in their columns, without phonetic readings', async () => {
    const rows = await read(
      workbook(
        '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row><row r="5"><c r="B5" t="inlineStr"><is><t>x &amp; y</t></is></c><c t="s"><v>2</v></c></row>',
      ),
    )
    expect(rows).toEqual([
      { sheet: 'List', line: 2, cells: ['Name', '', 'KIM Chol'] },
      { sheet: 'List', line: 5, cells: ['', 'x & y', '金哲'] },
    ])
  })

  it('gives dates by the style of their cell, and numbers as they are', async () => {
    const cell = (style: number) => `<c s="${style}"><v>23969</v></c>`
    const [row] = await read(workbook(`<row>${[0, 1, 2, 3].map(cell).join('')}</row>`))
    expect(row!.cells).toEqual(['23969', '1965-08-15', '1965-08-15', '23969'])
  })

  it('counts serial days in both systems', () => {
    expect(serialDate('1', false)).toBe('1900-01-01')
    expect(serialDate('61', false)).toBe('1900-03-01')
    expect(serialDate('45292.5', false)).toBe('2024-01-01T12:00:00')
    expect(serialDate('43830', true)).toBe('2024-01-01')
    expect(serialDate('n/a', false)).toBe('n/a')
  })

  it('refuses an archive that breaks off anywhere, and one that is no workbook', async () => {
    const whole = workbook('<row><c><v>1</v></c></row>')
    for (let length = 4; length < whole.length; length += 37)
      await expect(read(whole.subarray(0, length)), `${length}`).rejects.toMatchObject({ name: 'InputError' })
    await expect(read(zipSync({ 'word/document.xml': strToU8('<document/>') }))).rejects.toThrow(/xlsx/)
  })

  it('refuses what unpacks to more than it may', async () => {
    const bomb = workbook(`<row>${' '.repeat(1024 * 1024)}</row>`)
    const reading = collect(readXlsx(bytesOf(bomb), { maxBytes: 100_000 }))
    await expect(reading).rejects.toMatchObject({ code: 'FORMATS_TOO_LARGE' })
  })
})
