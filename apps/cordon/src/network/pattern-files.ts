import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type PatternRule, parseStixPattern, StixPatternError } from '@cordon/cyber'
import type { Reject } from '@cordon/formats'

/** Whether a file is patterns as text, and not a bundle or a list that a reader knows. */
export async function isPatternText(file: string): Promise<boolean> {
  const text = await readFile(file, 'utf8').catch(() => '')
  const first = text.split('\n').find((line) => line.trim() !== '' && !line.trimStart().startsWith('#'))
  return first !== undefined && /^\s*[[(]+\s*(?:NOT\s+)?[a-z0-9-]+:/.test(first)
}

/**
 * STIX patterns of a text file: each may stand on several lines; `#` begins a comment, and the last one before a pattern
 * names it. A pattern is known by its text, so that another file with it is the same rule.
 */
export async function readPatternText(
  file: string,
  onRejects: (rejects: readonly Reject[]) => Promise<void>,
): Promise<PatternRule[]> {
  const rules: PatternRule[] = []
  const rejects: Reject[] = []
  const lines = [...(await readFile(file, 'utf8')).split(/\r?\n/), '']
  let held: string[] = []
  let began = 0
  let name = ''
  const end = () => {
    const pattern = held.join('\n')
    held = []
    if (pattern === '') return
    const fault = faultOf(pattern)
    if (fault === undefined) rules.push(ruleOf(pattern, name, file))
    else
      rejects.push({
        where: `${basename(file)} line ${began}`,
        reason: fault,
        excerpt: pattern.slice(0, 200),
      })
    name = ''
  }
  for (const [i, line] of lines.entries()) {
    const text = line.trim()
    const isNext = /^[[(]/.test(text) && held.length > 0 && faultOf(held.join('\n')) === undefined
    if (text === '' || text.startsWith('#') || isNext) end()
    if (text.startsWith('#')) name = text.replace(/^#+\s*/, '')
    else if (text !== '') {
      if (held.length === 0) began = i + 1
      held.push(text)
    }
  }
  if (rejects.length > 0) await onRejects(rejects)
  return rules
}

function faultOf(pattern: string): string | undefined {
  try {
    parseStixPattern(pattern)
    return undefined
  } catch (error) {
    if (error instanceof StixPatternError) return `${error.code}: ${error.message}`
    throw error
  }
}

function ruleOf(pattern: string, name: string, file: string): PatternRule {
  return {
    id: createHash('sha256').update(pattern).digest('hex').slice(0, 16),
    name: name || pattern.replace(/\s+/g, ' ').slice(0, 100),
    pattern,
    source: basename(file).replace(/\.\w+$/, ''),
    about: [],
    tags: [],
  }
}
