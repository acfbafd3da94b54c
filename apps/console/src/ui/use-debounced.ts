import { useEffect, useState } from 'react'

const delay = 110

/** The value once it has stood still for a moment (110 ms); at once when it becomes empty. */
export function useDebounced(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), value === '' ? 0 : delay)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
