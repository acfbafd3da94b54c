import { childId } from './child-id.ts'
import { listReader, type ReadContext } from './list-reader.ts'
import { ListedParty } from './listed-party.ts'
import { refused, type Step, wrote } from './reading.ts'
import { columnKey, type TableRow, tableRows } from './tables.ts'

const columns = ['日本語表記', '英語表記']

/**
 * Japan's list of those whose assets are frozen under the Foreign Exchange Act, as the Ministry of Finance publishes it: a spreadsheet
 * with a sheet for each measure, or one sheet as CSV. Entries have no number of their own: an id is made of sheet, names and
 * notice. The sheet's name is the programme.
 * @see https://www.mof.go.jp/policy/international_policy/gaitame_kawase/gaitame/economic_sanctions/list.html
 */
export const jpMof = listReader({
  format: 'jp-mof',
  source: {
    name: 'jp_mof_sanctions',
    title: 'Japan Economic Sanctions and List of Eligible People',
    publisher: 'Ministry of Finance',
    url: 'https://www.mof.go.jp/policy/international_policy/gaitame_kawase/gaitame/economic_sanctions/list.html',
  },
  recognises: (head) => {
    const text = columnKey(head.slice(0, 16_384))
    return columns.every((column) => text.includes(column))
  },
  steps: readRows,
})

async function* readRows(context: ReadContext): AsyncGenerator<Step, void, undefined> {
  const { report } = context
  const seen = new Set<string>()
  let latest = ''
  for (const file of context.files) {
    const headers = new Map<string, readonly string[]>()
    const onHeader = (header: readonly string[], sheet: string) => {
      headers.set(sheet, header)
      for (const column of header)
        if (column && !fieldOf(column))
          report.countUnknown(`column ${JSON.stringify(column)}`, `${file.name} ${sheet}`)
    }
    const shape = { columns, onHeader }
    for await (const step of tableRows(context, file, shape)) {
      report.countRead('row')
      if ('reject' in step) {
        yield { records: [], rejects: [step.reject] }
        continue
      }
      const { row } = step
      const names = columns.map((column) => row.value(column))
      if (!names.some(Boolean)) {
        yield refused(row.where, 'a row without a name', row.excerpt)
        continue
      }
      const id = childId('jp-mof', 'entry', row.sheet, ...names, row.first('告示番号', '番号'))
      if (seen.has(id)) {
        yield refused(row.where, 'a second row of the same sheet, names and notice', row.excerpt)
        continue
      }
      seen.add(id)
      const date = japaneseDate(row.value('告示日付'))
      if (date && date > latest) latest = date
      yield wrote(...partyOf(row, id, headers.get(row.sheet) ?? [], context).groups())
    }
  }
  if (latest) report.setVersion(latest)
}

function partyOf(
  row: TableRow,
  id: string,
  header: readonly string[],
  { source, report }: ReadContext,
): ListedParty {
  // Only sheets of people have a column of birth or nationality.
  const isPerson = header.some((column) => /生年月日|国籍/.test(column))
  const isVessel = header.some((column) => /ＩＭＯ|IMO/.test(column)) && row.value('IMO番号') !== undefined
  const schema = isVessel ? 'Vessel' : isPerson ? 'Person' : 'Organization'
  const { where } = row
  const party = new ListedParty({
    source,
    report,
    id,
    where,
    schema,
    authority: 'Ministry of Finance',
    country: 'jp',
  })
  party.listing.add('program', row.sheet)
  const english = row.value('英語表記')
  party.addName('name', english ?? row.value('日本語表記'))
  if (english) party.addName('alias', row.value('日本語表記'))
  for (const [place, column] of header.entries()) {
    const text = row.cells[place]?.trim()
    if (text && !isNone(text)) fieldOf(column)?.(party, text)
  }
  return party
}

const isNone = (text: string) => /^(不明|なし|無し|-|－|ー|―|n\/?a)$/i.test(text)

/** "平成12年5月3日", "2003年12月1日", "(1963年)", "R4.3.1" or an ISO date, in ISO 8601; undefined where it is none. */
export function japaneseDate(text: string | undefined): string | undefined {
  const plain = text?.normalize('NFKC').replace(/\s+/g, '')
  const iso = plain?.match(/^\d{4}-\d\d-\d\d/)?.[0]
  if (iso) return iso
  const found = plain?.match(
    /^[(（]?(?:(昭和|平成|令和|S|H|R)?(元|\d{1,4}))(?:年|[./])(?:(\d{1,2})(?:月|[./])(?:(\d{1,2})日?)?)?/,
  )
  if (!found) return undefined
  const [, era, number, month, day] = found
  const start = era === undefined ? 0 : { 昭: 1925, S: 1925, 平: 1988, H: 1988, 令: 2018, R: 2018 }[era[0]!]!
  const year = start + (number === '元' ? 1 : Number(number))
  if (year < 1900 || year > 2999) return undefined
  return [String(year), month?.padStart(2, '0'), month && day?.padStart(2, '0')].filter(Boolean).join('-')
}

type Add = (party: ListedParty, text: string) => void

const names =
  (property: string): Add =>
  (party, text) => {
    for (const name of several(text)) party.addName(property, name, text)
  }
const note =
  (label: string): Add =>
  (party, text) => {
    party.note(text, label)
  }
const country =
  (property: string): Add =>
  (party, text) => {
    for (const one of several(text)) party.addCountry(property, one)
  }

/** Several values in one cell: by line breaks, semicolons, "(1) ... (2) ..." or ①②. */
function several(text: string): string[] {
  return text
    .split(/[\n;；、]|(?:^|\s)[(（]?\d{1,2}[)）]\s*|[①-⑳]|(?:^|\s)[a-z]\)\s/)
    .map((part) => part.trim().replace(/^(?:別名|別称)[:：]\s*/, ''))
    .filter((part) => part !== '' && !isNone(part))
}

function addBirth(party: ListedParty, text: string): void {
  for (const one of several(text)) {
    const date = japaneseDate(one)
    party.addDate('birthDate', date && /頃|約/.test(one) ? `circa ${date}` : (date ?? one), one)
  }
}

/** What the columns become, by words in their headings; the first that fits. Names are read by the row as a whole. */
const fields: readonly (readonly [RegExp, Add])[] = [
  [/^(日本語表記|英語表記)$/, () => {}],
  [/告示日付|指定日/, (party, text) => void party.addListingDate('listingDate', japaneseDate(text) ?? text)],
  [/告示番号/, (party, text) => void party.listing.add('recordId', text)],
  [/^(番号|No\.?)$/i, (party, text) => void party.listing.add('authorityId', text)],
  [/旧称|旧名|過去/, names('previousName')],
  [/別名|別称|通称|その他名称|aka/i, names('alias')],
  [/生年月日/, addBirth],
  [
    /出生地|出身地/,
    (party, text) => void (party.schema === 'Person' ? party.add('birthPlace', text) : party.note(text)),
  ],
  [/国籍/, country('nationality')],
  [/旅券|パスポート/, (party, text) => addNumbers(party, 'passportNumber', '旅券番号', text)],
  [
    /身分証|ＩＤ番号|ID番号|識別番号|国民番号/,
    (party, text) => addNumbers(party, 'idNumber', '身分証番号', text),
  ],
  [/IMO|ＩＭＯ/, (party, text) => void party.add('imoNumber', text.normalize('NFKC').match(/\d{7}/)?.[0])],
  [
    /住所|所在地|活動地域/,
    (party, text) => {
      for (const one of several(text)) party.addAddress({ street: one })
    },
  ],
  [
    /役職|肩書|称号|地位/,
    (party, text) => void party.add(party.schema === 'Person' ? 'position' : 'notes', text),
  ],
  [/電話|ＦＡＸ|FAX/i, note('電話')],
  [/指定理由|根拠|DPRKによる|関与/, (party, text) => void party.listing.add('reason', text)],
  [/国連|委員会|制裁/, (party, text) => void party.listing.add('provisions', text)],
  [/その他|情報|備考|摘要|原語/, note('備考')],
]

function fieldOf(column: string): Add | undefined {
  const name = column.normalize('NFKC').replace(/\s+/g, '')
  return fields.find(([pattern]) => pattern.test(name))?.[1]
}

function addNumbers(party: ListedParty, property: string, type: string, text: string): void {
  for (const one of several(text)) {
    const number = one.normalize('NFKC').match(/[A-Z]{0,3}[-\s]?\d[\dA-Z-]{3,}/i)?.[0]
    if (number)
      party.addDocument({ property, type, number: number.trim(), summary: number === one ? undefined : one })
    else party.note(one, type)
  }
}
