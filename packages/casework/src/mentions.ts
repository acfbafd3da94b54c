/** The longest name that a note can mention. */
const longest = 100

/**
 * Who a note mentions: `@name`, where the name has letters, digits, dots, hyphens, underscores, colons or `@` within, and ends
 * in none of the dots and colons. An e-mail address mentions nobody. Each once, in order, in lower case.
 */
export function mentionsOf(text: string): string[] {
  const found = text.matchAll(/(?<![\p{L}\p{N}._@-])@([\p{L}\p{N}][\p{L}\p{N}._:@-]*)/gu)
  const names = [...found].map(([, name]) => name!.replace(/[.:@-]+$/u, '').toLowerCase())
  return [...new Set(names.filter((name) => name !== '' && name.length <= longest))]
}
