import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { bytesOf } from '@cordon/formats'
import { referenceData } from '@cordon/testing'
import { describe, expect, it } from 'vitest'
import type { MessageFault } from './fault.ts'
import type { Located, PaymentMessage } from './message.ts'
import { parseMt } from './mt/parse.ts'
import { splitMt } from './mt/split.ts'
import { writeMt } from './mt/tree.ts'
import { readPayments } from './read.ts'
import type { ReadMessage } from './read-message.ts'

const ballerina = referenceData('payments/mt-messages-ballerina.json')
const folders = ['payments/prowide', 'payments/iso20022js', 'payments/mt-mx-ballerina'].flatMap(
  (path) => referenceData(path) ?? [],
)

function filesBelow(folder: string, ending: RegExp): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) =>
      statSync(path).isDirectory() ? filesBelow(path, ending) : ending.test(path) ? [path] : [],
    )
    .sort()
}

async function read(bytes: Uint8Array | string) {
  const all = { messages: [] as ReadMessage[], faults: [] as MessageFault[] }
  for await (const batch of readPayments(bytesOf(bytes, 1000))) {
    all.messages.push(...batch.messages)
    all.faults.push(...batch.faults)
  }
  return all
}

function located(message: PaymentMessage): Located[] {
  return message.transactions.flatMap(({ parties, texts }) => [
    ...texts,
    ...parties.flatMap(({ name, bic, lei, account, clearing, town, country, address, identifiers }) =>
      [name, bic, lei, account, clearing, town, country, ...address, ...identifiers].filter(
        (one) => one !== undefined,
      ),
    ),
  ])
}

/** Values stand where they say, but for references (`&amp;`) and names over two lines. */
function misplaced({ message, text }: ReadMessage): Located[] {
  return located(message).filter(({ value, from, to }) => {
    const found = text.slice(from, to)
    return found !== value && !found.includes('&') && !found.includes('\n')
  })
}

describe.skipIf(!ballerina || folders.length < 3)('real messages of the reference data', () => {
  it('70 MT messages are read, and written back character for character', async () => {
    const all = JSON.parse(readFileSync(ballerina!, 'utf8')) as { mt: string; message: string }[]
    expect(all.length).toBe(70)
    for (const { mt, message } of all) {
      const parsed = parseMt(message)
      expect(parsed.ok && writeMt(parsed.tree)).toBe(message)
      const { messages, faults } = await read(message)
      expect(faults).toEqual([])
      expect(messages.map((one) => one.message.type.slice(0, 3))).toEqual([mt])
      expect(misplaced(messages[0]!)).toEqual([])
    }
  })

  it('13 files of MT messages are read and written back: single, RJE, with acknowledgements', async () => {
    const files = folders
      .flatMap((folder) => filesBelow(folder, /\.(?:fin|rje|txt)$/))
      .filter((file) => readFileSync(file, 'latin1').startsWith('{1:'))
    expect(files.length).toBe(13)
    let count = 0
    for (const file of files) {
      const bytes = readFileSync(file)
      let whole = ''
      for await (const { text } of splitMt(bytesOf(bytes, 700))) {
        whole += text
        const parsed = parseMt(text)
        expect(parsed.ok && writeMt(parsed.tree)).toBe(text)
      }
      expect(whole).toBe(bytes.toString())
      const { messages, faults } = await read(bytes)
      expect(faults).toEqual([])
      expect(messages.flatMap(misplaced)).toEqual([])
      count += messages.length
    }
    expect(count).toBeGreaterThan(20)
  })

  it('123 XML files are read, any version and wrapper; three are no ISO 20022 and say so', async () => {
    const files = folders.flatMap((folder) => filesBelow(folder, /\.xml$|samplemsg.*\.txt$/))
    expect(files.length).toBe(126)
    const refused: string[] = []
    const types = new Map<string, number>()
    for (const file of files) {
      const { messages, faults } = await read(readFileSync(file))
      if (faults.length > 0) {
        expect(faults).toMatchObject([{ code: 'PAYMENTS_UNKNOWN' }])
        expect(messages).toEqual([])
        refused.push(file.slice(file.lastIndexOf('/') + 1))
        continue
      }
      expect(messages.length).toBeGreaterThan(0)
      expect(messages.flatMap(misplaced)).toEqual([])
      for (const { message } of messages)
        types.set(message.type.slice(0, 8), (types.get(message.type.slice(0, 8)) ?? 0) + 1)
    }
    // MT messages in a library's own XML.
    expect(refused).toEqual(['MT320.txt.xml', 'MT320.xml', 'SWIFTMT300_0000039099_0002.xml'])
    expect(Object.fromEntries(types)).toMatchObject({
      'pacs.008': 13,
      'pacs.009': 14,
      'pacs.004': 9,
      'pacs.002': 16,
      'camt.053': 13,
      'camt.056': 3,
      'pain.001': 8,
    })
  }, 30_000)

  it('no word that a person wrote is lost on the way', async () => {
    const files = folders.flatMap((folder) => filesBelow(folder, /(?:pacs|pain\.?001|camt).*\.xml$/))
    const lost: string[] = []
    for (const file of files) {
      const text = readFileSync(file, 'utf8').replace(/<!--[\s\S]*?-->/g, '')
      const { messages } = await read(text)
      const known = messages.flatMap(({ message }) => located(message).map(({ value }) => value)).join('\n')
      for (const [, name, value] of text.matchAll(
        /<(?:\w+:)?(Nm|Ustrd|AdrLine|StrtNm|TwnNm|BICFI|IBAN|AddtlInf|InstrInf|Cdtr)>([^<]+)</g,
      )) {
        const plain = value!.trim().replaceAll('&amp;', '&').replaceAll('&apos;', "'")
        // Header and settlement agents are the message's own fields; the names of schemes are no party's.
        if (
          plain !== '' &&
          !known.includes(plain) &&
          !JSON.stringify(messages.map(({ message }) => message)).includes(plain)
        )
          lost.push(`${file.slice(file.lastIndexOf('/') + 1)} ${name} ${plain}`)
      }
    }
    expect(lost).toEqual([])
  }, 30_000)
})
