export { csvOf, csvText } from './csv-export.ts'
export * from './dossier.ts'
export { type GoamlReport, goamlReport, type ReportFacts } from './goaml/goaml-report.ts'
export { type GoamlFault, validateGoaml, type XmlTree } from './goaml/goaml-validate.ts'
export { type HeldBack, heldTotal, withheld } from './held-back.ts'
export { type MispEvent, mispEventOf, mispFeedOf } from './misp-export.ts'
export {
  type OfacField,
  type OfacForm,
  type OfacReport,
  ofacDocument,
  ofacForms,
  ofacReport,
} from './ofac/ofac-forms.ts'
export { type Released, release } from './release.ts'
export { caseReport } from './report/case-report.ts'
export type { Block, ReportDocument } from './report/document.ts'
export { htmlOf, htmlText } from './report/html.ts'
export { type ReportLanguage, reportLanguages } from './report/report-words.ts'
export { type StixBundle, stixBundleOf, stixTime } from './stix-export.ts'
export { MarkingReader, tlpDefinitions } from './stix-marking.ts'
export { markingInText, mayLeave, strictness } from './tlp.ts'
export { cordonNamespace, sortedJson, uuidV5 } from './uuid.ts'
