import { strings } from '../../strings/index.ts'
import { Segmented } from '../../ui/segmented.tsx'

const words = strings.attribution

/** What is shown: what the machine says, the hypotheses by hand, or both. */
export const views = ['machine', 'person', 'both'] as const
/** One of `views`. */
export type View = (typeof views)[number]

/** The choice among them. */
export function ViewChoice({ view, onView }: { readonly view: View; onView(view: View): void }) {
  return (
    <Segmented
      legend={words.viewsLegend}
      name="attribution-view"
      options={views}
      value={view}
      labelOf={(one) => words.views[one]}
      onChange={onView}
    />
  )
}
