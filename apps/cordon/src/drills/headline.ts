import type { DrillResult } from './drill-result.ts'

/** How early a drill's operation was first told, against the milestone that its file says counts; absent where it was not. */
export function headlineOf({
  milestones,
}: Pick<DrillResult, 'milestones'>): { readonly milestone: string; readonly ms: number } | undefined {
  const last = milestones.find(({ isLast }) => isLast) ?? milestones.at(-1)
  return last?.lead === undefined ? undefined : { milestone: last.title, ms: last.lead }
}
