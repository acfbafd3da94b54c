/** Marks of a text that was made unclickable: without one of these it stands as it was. */
const mayBeDefanged = /hxxp|fxp:|h\*\*p|\[|\(dot\)|\(at\)|\(\.\)|\{\.\}|\{dot\}|\\\./i

/** What stands for what, in the order in which it is undone. */
const forms: readonly (readonly [RegExp, string])[] = [
  [/\bh(?:xx|\*\*)p(s?)(?=\W)/gi, 'http$1'],
  [/\bfxp(s?)(?=:)/gi, 'ftp$1'],
  [/\[:\/\/\]|\[:\]\/\//g, '://'],
  [/\s?[[({]\s?(?:dot|punkt|점)\s?[\])}]\s?/gi, '.'],
  [/\s?[[({]\s?(?:at|@)\s?[\])}]\s?/gi, '@'],
  [/[[({]\.[\])}]|\[\.|\.\]|\\\.(?=[a-z0-9])/gi, '.'],
  [/\[:\]/g, ':'],
  [/\[\/\]/g, '/'],
]

/** Whether the text holds a mark of having been made unclickable. Costs one scan. */
export function looksDefanged(text: string): boolean {
  return mayBeDefanged.test(text)
}

/**
 * Undoes what reports do to keep addresses from being clicked: `hxxp`, `[.]`, `(dot)`, `[at]`, `[:]` and kin. A text
 * without such marks comes back as it is.
 */
export function refang(text: string): string {
  if (!mayBeDefanged.test(text)) return text
  let plain = text
  for (const [form, stands] of forms) plain = plain.replace(form, stands)
  return plain
}
