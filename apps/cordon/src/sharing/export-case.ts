import { createHash } from 'node:crypto'
import {
  caseReport,
  csvOf,
  goamlReport,
  htmlOf,
  mispEventOf,
  type OfacForm,
  ofacDocument,
  ofacForms,
  ofacReport,
  type Released,
  type ReportFacts,
  type ReportLanguage,
  release,
  stixBundleOf,
} from '@cordon/casework'
import type { Tlp } from '@cordon/model'
import type { Store } from '../store/index.ts'
import { dossierOf } from './dossier-of.ts'
import { pdfOf } from './pdf.ts'

/** Forms in which a case can leave. */
export const exportFormats = ['html', 'pdf', 'stix', 'misp', 'csv', 'goaml', ...ofacForms] as const
/** One of `exportFormats`. */
export type ExportFormat = (typeof exportFormats)[number]

/** A case as a file. */
export interface ExportedCase {
  readonly name: string
  readonly type: string
  readonly bytes: Buffer
  readonly released: Released
  /** What a person has still to fill in. */
  readonly missing: readonly string[]
}

/** What an export is told. */
export interface ExportRequest {
  readonly case: number
  readonly format: ExportFormat
  readonly tlp: Tlp
  readonly language: ReportLanguage
  /** What reports to authorities ask for and no case holds. */
  readonly facts?: ReportFacts
}

/** What of a case may leave at a level. @throws CordonError see `dossierOf` */
export async function releasedCase(store: Store, id: number, tlp: Tlp): Promise<Released> {
  return release(await dossierOf(store, id), tlp)
}

/** Makes a file of a case, and records that it was made, with its hash, in the case's log and the audit log. */
export async function exportCase(store: Store, request: ExportRequest, who: string): Promise<ExportedCase> {
  const released = await releasedCase(store, request.case, request.tlp)
  const made = await fileOf(released, request, store.now())
  await store.taxii.shared({
    case: request.case,
    format: request.format,
    tlp: request.tlp,
    who,
    objects: released.findings.length,
    held: heldOf(released),
    sha256: createHash('sha256').update(made.bytes).digest('hex'),
  })
  return { ...made, released }
}

/** How many things were held back. */
export const heldOf = ({ held }: Released): number =>
  Object.values(held).reduce((sum: number, n: number) => sum + n, 0)

type Made = Omit<ExportedCase, 'released'>

async function fileOf(
  released: Released,
  { format, language, facts = {} }: ExportRequest,
  now: number,
): Promise<Made> {
  const base = `case-${released.case.id}-${released.level.slice(4).toLowerCase()}`
  const text = (extension: string, type: string, content: string, missing: readonly string[] = []): Made => ({
    name: `${base}.${extension}`,
    type,
    bytes: Buffer.from(content, 'utf8'),
    missing,
  })
  switch (format) {
    case 'html':
      return text('html', 'text/html; charset=utf-8', htmlOf(caseReport(released, language)))
    case 'pdf':
      return {
        name: `${base}.pdf`,
        type: 'application/pdf',
        bytes: await pdfOf(caseReport(released, language), now),
        missing: [],
      }
    case 'stix':
      return text(
        'stix.json',
        'application/stix+json;version=2.1',
        `${JSON.stringify(stixBundleOf(released), undefined, 2)}\n`,
      )
    case 'misp':
      return text(
        'misp.json',
        'application/json; charset=utf-8',
        `${JSON.stringify(mispEventOf(released), undefined, 2)}\n`,
      )
    case 'csv':
      return text('csv', 'text/csv; charset=utf-8', csvOf(released))
    case 'goaml': {
      const { xml, missing } = goamlReport(released, facts, now)
      return text('goaml.xml', 'application/xml; charset=utf-8', xml, missing)
    }
    default:
      return ofacFile(released, format, facts, text)
  }
}

function ofacFile(
  released: Released,
  form: OfacForm,
  facts: ReportFacts,
  text: (extension: string, type: string, content: string, missing: readonly string[]) => Made,
): Made {
  const report = ofacReport(released, form, facts)
  return text(
    `${form}.html`,
    'text/html; charset=utf-8',
    htmlOf(ofacDocument(report, released.marking)),
    report.missing,
  )
}
