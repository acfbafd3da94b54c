import { auDfat } from './au-dfat.ts'
import { bodsJson } from './bods-json.ts'
import { caSemaXml } from './ca-sema-xml.ts'
import { chSecoXml } from './ch-seco-xml.ts'
import { euFsfXml } from './eu-fsf-xml.ts'
import { ftmDelta } from './ftm-delta.ts'
import { ftmJson } from './ftm-json.ts'
import { gleifRrCsv, gleifRrXml } from './gleif-rr.ts'
import { jpMof } from './jp-mof.ts'
import { ofacAdvancedReader } from './ofac-advanced/index.ts'
import { ofacSdnCsv } from './ofac-sdn-csv.ts'
import { ofacStandardXml } from './ofac-standard-xml.ts'
import type { ListReader } from './reader.ts'
import { senzingJson } from './senzing-json.ts'
import { ukConlistCsv } from './uk-conlist-csv.ts'
import { ukConlistXml } from './uk-conlist-xml.ts'
import { ukNormalisedCsv } from './uk-normalised-csv.ts'
import { ukSanctionsListCsv } from './uk-sanctions-list-csv.ts'
import { ukSanctionsListXml } from './uk-sanctions-list-xml.ts'
import { unConsolidatedXml } from './un-consolidated-xml.ts'
import { usCslCsv } from './us-csl-csv.ts'
import { usCslJson } from './us-csl-json.ts'

/** All readers. Each format is recognised by one of them at most. */
export const readers: readonly ListReader[] = [
  ofacAdvancedReader,
  ofacSdnCsv,
  ofacStandardXml,
  usCslCsv,
  usCslJson,
  unConsolidatedXml,
  euFsfXml,
  ukSanctionsListXml,
  ukSanctionsListCsv,
  ukConlistCsv,
  ukConlistXml,
  ukNormalisedCsv,
  caSemaXml,
  chSecoXml,
  auDfat,
  jpMof,
  ftmJson,
  ftmDelta,
  senzingJson,
  bodsJson,
  gleifRrXml,
  gleifRrCsv,
]

/**
 * The reader of a file by its decompressed beginning (see `headOf`) and name; undefined where no reader knows it.
 * Files with the same reader may be read together.
 */
export function recogniseFormat(head: string, fileName: string): ListReader | undefined {
  const text = head.replace(/^\uFEFF/, '')
  return readers.find((reader) => reader.recognises(text, fileName))
}
