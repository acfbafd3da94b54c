import { useStored } from '../../ui/stored.ts'

const most = 8

/** The last searches that led somewhere, kept in this browser alone. */
export function useRecent() {
  const [searches, store] = useStored<readonly string[]>('cordon.recent', [])
  return {
    searches: Array.isArray(searches) ? searches : [],
    add: (text: string) => text && store([text, ...searches.filter((one) => one !== text)].slice(0, most)),
    forget: () => store([]),
  }
}
