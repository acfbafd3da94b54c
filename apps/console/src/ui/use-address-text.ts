import { useEffect, useRef, useState } from 'react'

/**
 * A text that a person types and that the address of the page holds. The address comes back later than it is typed: what was
 * written there by typing is not taken for a navigation, or a fast typist would lose letters.
 * @param address what the address holds now
 * @param write puts a text into the address
 * @param onNavigate told when the address changed by anything but typing: back, forward, a link
 */
export function useAddressText(
  address: string,
  write: (text: string) => void,
  onNavigate: () => void,
): readonly [text: string, type: (text: string) => void] {
  const [text, setText] = useState(address)
  const typed = useRef(address)
  /** Written by typing and not yet seen to arrive, oldest first. */
  const underWay = useRef<string[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another address is news
  useEffect(() => {
    const at = underWay.current.indexOf(address)
    if (address === typed.current) underWay.current = []
    else if (at >= 0) underWay.current.splice(0, at + 1)
    else {
      typed.current = address
      underWay.current = []
      setText(address)
      onNavigate()
    }
  }, [address])
  const type = (next: string) => {
    typed.current = next
    underWay.current.push(next)
    setText(next)
    write(next)
  }
  return [text, type]
}
