import { caSemaXml } from './ca-sema-xml.ts'
import { ftmJson } from './ftm-json.ts'
import { ofacAdvancedReader } from './ofac-advanced/index.ts'
import { ofacSdnCsv } from './ofac-sdn-csv.ts'
import { ofacStandardXml } from './ofac-standard-xml.ts'
import type { ListReader } from './reader.ts'
import { ukNormalisedCsv } from './uk-normalised-csv.ts'
import { unConsolidatedXml } from './un-consolidated-xml.ts'

/** All readers. Each format is recognised by one of them at most. */
export const readers: readonly ListReader[] = [
  ofacAdvancedReader,
  ofacSdnCsv,
  ofacStandardXml,
  unConsolidatedXml,
  ukNormalisedCsv,
  caSemaXml,
  ftmJson,
]

/**
 * The reader of a file by its decompressed beginning (up to 64 KiB) and name; undefined where no reader knows it.
 * Files with the same reader may be read together.
 */
export function recogniseFormat(head: string, fileName: string): ListReader | undefined {
  const text = head.replace(/^\uFEFF/, '')
  return readers.find((reader) => reader.recognises(text, fileName))
}
