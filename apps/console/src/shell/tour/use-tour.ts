import { useStored } from '../../ui/stored.ts'

const runningKey = 'cordon.tour-running'
/** Where this browser keeps that the tour was taken or declined. */
export const tourSeenKey = 'cordon.tour-seen'

/** The guided tour: whether it runs, and how it is begun and ended. */
export function useTour() {
  const [isRunning, setRunning] = useStored(runningKey, false)
  const [seen, setSeen] = useStored(tourSeenKey, false)
  return {
    isRunning,
    seen,
    start: () => setRunning(true),
    end: () => {
      setRunning(false)
      setSeen(true)
    },
    decline: () => setSeen(true),
  }
}
