/**
 * The paragraphs of a description as plain text: ATT&CK's citations and the addresses of its links are left out, their
 * words stay.
 */
export function describedIn(text: string | undefined): string[] {
  if (!text) return []
  return text
    .replace(/\s*\(Citation: [^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<\/?code>/g, '')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
}
