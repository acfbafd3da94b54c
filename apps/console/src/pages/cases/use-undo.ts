import { useRef, useState } from 'react'
import type { BulkPreview } from '../../api/cases.ts'
import { useCaseChanges } from '../../api/cases.ts'
import { strings } from '../../strings/index.ts'

const words = strings.cases

/** What was done last, in words, and its undo. */
export function useUndo() {
  const { undo: back } = useCaseChanges()
  const done = useRef<number[]>([])
  const [news, setNews] = useState('')
  const [canUndo, setCanUndo] = useState(false)
  const tell = (text: string) => {
    setNews(text)
    setCanUndo(false)
  }
  const did = ({ bulk, done: cases, waits, findings }: BulkPreview) => {
    if (bulk !== undefined) done.current.push(bulk)
    setNews(words.done(cases + waits, findings))
    setCanUndo(true)
  }
  const undo = async () => {
    const last = done.current.pop()
    if (last === undefined) return tell(words.nothingToUndo)
    try {
      const { changedSince } = await back.mutateAsync(last)
      tell(words.undone(changedSince))
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error))
    }
  }
  return { news, tell, did, undo, canUndo }
}
