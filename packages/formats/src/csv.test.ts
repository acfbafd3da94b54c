import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CsvOptions, readCsv } from './csv.ts'
import { bytesOf, collect } from './in-memory.ts'
import { csvLine } from './write.ts'

async function rowsOf(content: string | Uint8Array, options?: CsvOptions, size?: number) {
  const { records, rejects } = await collect(readCsv(bytesOf(content, size), options))
  return { rows: records.map((row) => row.fields), records, rejects }
}

describe('readCsv', () => {
  it('reads quotes, doubled quotes, and line ends inside quotes, whatever the blocks', async () => {
    const text = 'id,name\r\n1,"Park, ""Jin""\r\nHyok"\r\n\r\n2,Kim\r\n'
    for (const size of [1, 2, 5, 1000]) {
      const { rows, records } = await rowsOf(text, {}, size)
      expect(rows).toEqual([
        ['1', 'Park, "Jin"\r\nHyok'],
        ['2', 'Kim'],
      ])
      expect(records.map((row) => row.line)).toEqual([2, 5])
      expect(records[1]!.value('name')).toBe('Kim')
    }
  })

  it.each([',', ';', '\t', '|'])('finds the delimiter %j', async (delimiter) => {
    const text = `${['name,x', 'b'].join(delimiter)}\n${['"a;b|c"', '2'].join(delimiter)}`
    let found = ''
    await rowsOf(delimiter === ',' ? 'a,b\n"1;2",3' : text, { onHeader: (_, is) => (found = is) })
    expect(found).toBe(delimiter)
  })

  it('agrees with csv-parse on every table, written by either side', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '박', '"', ',', '\n', '\r\n', ' ', ';') })
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      )
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 20 }), async (cells, size) => {
        const text = cells.map((row) => csvLine(row)).join('')
        const columns = cells[0]!.map((_, i) => `c${i}`)
        const { rows, rejects } = await rowsOf(text, { delimiter: ',', columns }, size)
        expect(rejects).toEqual([])
        expect(rows).toEqual(cells)
        expect(rows).toEqual(parse(text, { skip_empty_lines: true }))
      }),
    )
  })

  it('rejects a record with broken quotes and goes on at the next line', async () => {
    const text = 'id,name\n1,"Kim" x\n2,"Pak\n3,"Ri"\n4,Choe\n'
    for (const size of [1, 7, 1000]) {
      const { rows, rejects } = await rowsOf(text, {}, size)
      expect(rejects).toEqual([
        { where: 'line 2', reason: 'broken quotes', excerpt: '1,"Kim" x' },
        { where: 'line 3', reason: 'broken quotes', excerpt: '2,"Pak' },
      ])
      expect(rows).toEqual([
        ['3', 'Ri'],
        ['4', 'Choe'],
      ])
    }
  })

  it('loses no more than the line of a quote that is never closed', async () => {
    const { rows, rejects } = await rowsOf('a,b\n1,"open\n2,x\n3,y')
    expect(rejects).toHaveLength(1)
    expect(rows).toEqual([
      ['2', 'x'],
      ['3', 'y'],
    ])
  })

  it('rejects a row with too many or too few fields, or keeps it when told to', async () => {
    const { rows, rejects } = await rowsOf('a,b\n1\n2,3\n4,5,6\n')
    expect(rows).toEqual([['2', '3']])
    expect(rejects.map(({ where, reason }) => `${where}: ${reason}`)).toEqual([
      'line 2: 1 fields where there should be 2',
      'line 4: 3 fields where there should be 2',
    ])
    expect((await rowsOf('a,b\n1\n2,3\n4,5,6\n', { ragged: 'keep' })).rows).toHaveLength(3)
  })

  it('rejects a record that is too long without holding it', async () => {
    const text = `a,b\n1,${'x'.repeat(50_000)}\n2,"${'y'.repeat(50_000)}\n3,z\n`
    const { rows, rejects } = await rowsOf(text, { limits: { maxRecordBytes: 10_000 } }, 1_000)
    expect(rows).toEqual([['3', 'z']])
    expect(rejects.map((reject) => reject.where)).toEqual(['line 2', 'line 3'])
  })

  it('rejects a row that is not UTF-8, and ends at a Ctrl-Z as older tools write it', async () => {
    const { rows, rejects } = await rowsOf(Buffer.from('1,a\n2,M\xfcller\n3,c\r\n\x1a\r\n', 'latin1'), {
      columns: ['id', 'name'],
    })
    expect(rows.map((row) => row[0])).toEqual(['1', '3'])
    expect(rejects).toEqual([{ where: 'line 2', reason: 'not valid UTF-8', excerpt: '2,M\\xFCller' }])
  })

  it('accounts for every line of any text: rows and rejects never overlap or stop', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r') }),
        fc.nat(8),
        async (text, size) => {
          const whole = await rowsOf(text, { columns: ['a', 'b'], delimiter: ',' })
          const cut = await rowsOf(text, { columns: ['a', 'b'], delimiter: ',' }, size + 1)
          expect(cut).toEqual(whole)
        },
      ),
    )
  })
})

describe('csvLine', () => {
  it('quotes what must be quoted', () => {
    expect(csvLine(['a', 'b,c', 'say "x"', 'two\nlines', null, 4, true])).toBe(
      'a,"b,c","say ""x""","two\nlines",,4,true\r\n',
    )
  })

  it('disarms formulas when asked, and leaves numbers alone', () => {
    const cells = ['=HYPERLINK("x")', '+1', '-cmd', '@SUM(A1)', -5, 'safe']
    expect(csvLine(cells, { spreadsheetSafe: true })).toBe(
      `"'=HYPERLINK(""x"")",+1,'-cmd,'@SUM(A1),-5,safe\r\n`,
    )
  })
})
