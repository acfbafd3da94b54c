/** Whether a character stands between messages only: white space, padding, `$` of RJE, 0x01 and 0x03 of DOS-PCC, 0x1A. */
export function isSeparator(code: number): boolean {
  return code <= 0x20 || code === 0x24 || code === 0xa0 || code === 0xfeff
}

/** A text without the separators at its end. */
export function trimSeparators(text: string): string {
  let end = text.length
  while (end > 0 && isSeparator(text.charCodeAt(end - 1))) end--
  return text.slice(0, end)
}

/** What is left of a text without separators and closing braces, of which some interfaces write one too many. */
export function withoutSeparators(text: string): string {
  let rest = ''
  for (const character of text)
    if (character !== '}' && !isSeparator(character.charCodeAt(0))) rest += character
  return rest
}
