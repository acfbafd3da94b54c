/** What is selected in a queue: some of its rows, or all that fit its filter. */
export interface Selection {
  readonly ids: ReadonlySet<number>
  /** All that fit the filter, also those that are not loaded. */
  readonly all: boolean
  /** Where a range begins. */
  readonly anchor: number | undefined
}

/** Nothing selected. */
export const nothing: Selection = { ids: new Set(), all: false, anchor: undefined }

/** A row selected that was not, or the other way round. */
export function toggled({ ids }: Selection, id: number): Selection {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { ids: next, all: false, anchor: id }
}

/** Every row from where the last one was chosen to this one. */
export function ranged(selection: Selection, order: readonly number[], id: number): Selection {
  const from = selection.anchor === undefined ? -1 : order.indexOf(selection.anchor)
  const to = order.indexOf(id)
  if (from === -1 || to === -1) return toggled(selection, id)
  const between = order.slice(Math.min(from, to), Math.max(from, to) + 1)
  return { ids: new Set([...selection.ids, ...between]), all: false, anchor: selection.anchor }
}
