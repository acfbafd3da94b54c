import type { CaseDetail } from '../../api/cases.ts'

/** Where the graph around a case's subjects and matches stands. Nothing is drawn until there is one. */
export function CaseGraphSlot(_: { readonly found: CaseDetail }) {
  return null
}
