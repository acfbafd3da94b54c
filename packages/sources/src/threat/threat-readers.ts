import { indicatorCsv } from './indicator-csv.ts'
import { indicatorText } from './indicator-text.ts'
import { mispEvent } from './misp-event.ts'
import { mispGalaxy } from './misp-galaxy.ts'
import { mispWarningList } from './misp-warning-list.ts'
import { openIoc } from './openioc.ts'
import { stixBundle } from './stix-bundle.ts'
import type { ThreatReader } from './threat-reader.ts'
import { yaraRules } from './yara.ts'

/** All readers of threat intelligence, the most particular form first: a file is of the first that recognises it. */
export const threatReaders: readonly ThreatReader[] = [
  stixBundle,
  mispEvent,
  mispGalaxy,
  mispWarningList,
  openIoc,
  yaraRules,
  indicatorCsv,
  indicatorText,
]

/** The reader of a file by its decompressed beginning (up to 64 KiB) and name; undefined where no reader knows it. */
export function recogniseThreatFormat(head: string, fileName: string): ThreatReader | undefined {
  const text = head.replace(/^\uFEFF/, '')
  return threatReaders.find((reader) => reader.recognises(text, fileName))
}
