import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { testingBundle } from '../attribution/testing-bundle.ts'
import { run } from './program.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordon-attribute-cli-'))
  await writeFile(join(folder, 'bundle.json'), JSON.stringify(testingBundle))
  await writeFile(join(folder, 'seen.yaml'), 'software: [CORALRAT]\ntechniques: [T1059.001, T9999]\n')
  await writeFile(join(folder, 'bad.yaml'), 'softwares: [CORALRAT]\n')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Runs the command without a store. */
async function attribute(evidence: string, ...more: string[]) {
  const written = { out: '', err: '' }
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.out += String(text)
    return true
  })
  const err = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.err += String(text)
    return true
  })
  const knowledge = ['--knowledge', join(folder, 'bundle.json')]
  const code = await run(['attribute', ...more, '--evidence', join(folder, evidence), ...knowledge]).finally(
    () => {
      out.mockRestore()
      err.mockRestore()
    },
  )
  return { code, ...written }
}

describe('cordon attribute', () => {
  it('holds a file of evidence against files of knowledge, as text and as JSON', async () => {
    const { code, out } = await attribute('seen.yaml')
    expect(code).toBe(0)
    expect(out).toMatch(/^(Likely|Possibly) Coral Chollima: \d+ %/)
    expect(out).toContain('+ strong: software CORALRAT (S9001), known of this group alone')
    expect(out).toContain('techniques "T9999": no collection that is loaded knows')
    const json = JSON.parse((await attribute('seen.yaml', '--json')).out)
    expect(json).toMatchObject({
      named: { name: 'Coral Chollima' },
      rung: 'group',
      sources: [{ version: 'from files' }],
    })
  })

  it('says what is wrong with the evidence, and with the question', async () => {
    const bad = await attribute('bad.yaml')
    expect(bad.code).toBe(1)
    expect(bad.err).toContain('softwares')
    expect((await attribute('nothing.yaml')).err).toContain('a file of evidence')
    expect((await attribute('seen.yaml', '12')).code).toBe(2)
  })
})
