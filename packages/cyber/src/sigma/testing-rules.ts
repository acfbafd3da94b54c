import { type LogRecord, WindowsRecords } from '../index.ts'
import { parseSigma } from './parse-rule.ts'
import type { SigmaRule } from './rule.ts'

/** A rule for tests: a detection section and the log source of Windows process creation. */
export function ruleOf(
  detection: string,
  logsource = 'product: windows\n  category: process_creation',
): SigmaRule {
  const text = `title: Test\nid: test\nlogsource:\n  ${logsource}\ndetection:\n${detection.replace(/^/gm, '  ')}\n`
  const { documents, rejects } = parseSigma(text, 'test.yml')
  if (rejects.length > 0) throw rejects[0]!
  return documents[0] as SigmaRule
}

/** A Sysmon process creation with the fields given. */
export function processCreation(fields: Record<string, unknown>): LogRecord {
  const flat = { Channel: 'Microsoft-Windows-Sysmon/Operational', EventID: 1, Computer: 'ws1', ...fields }
  return new WindowsRecords().read(flat, 'test:1')!
}
